import type { BothLanguages, Outcome, Tier } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { cancelUnsent } from './cancel-unsent.ts';
import { startLadder } from './climb.ts';
import { closingNews, followUpAt } from './closing.ts';
import { CORE, type Draft } from './draft.ts';
import { dropHold } from './hold.ts';
import { settlePromise } from './promise.ts';
import { LOWERED, tellHolderOfTier } from './raise.ts';
import { resumeAt } from './resume.ts';
import { askStillComing } from './tell-holder.ts';
import { tellResident } from './tell-resident.ts';
import { tellClosed, tellStandDown } from './tell-responders.ts';

const STAND_DOWN: Record<Outcome, BothLanguages> = {
  fixed: { en: 'It is fixed', es: 'Ya quedó arreglado' },
  madeSafe: { en: 'It is made safe', es: 'Quedó seguro' },
  vendorScheduled: { en: 'A vendor is scheduled', es: 'Se programó un proveedor' },
  followUpNeeded: { en: 'It waits for the morning', es: 'Queda para la mañana' },
  noAccess: { en: 'No access', es: 'No hubo acceso' },
  falseAlarm: { en: 'False alarm', es: 'Falsa alarma' },
  duplicate: { en: 'Reported twice', es: 'Reporte repetido' },
  cancelled: { en: 'Cancelled by the desk', es: 'Cancelado por la mesa de control' },
};

/**
 * Closes the incident: nothing of it is sent any more, everyone notified stands down, the resident hears. Whoever finished
 * it is not stood down: they are thanked.
 */
export function closeOut(draft: Draft, outcome: Outcome, words: string, how: 'reply' | 'onBehalf' | 'desk'): void {
  if (draft.state.status === 'resolved') return;
  const { now, nextMorningAt } = draft.context;
  const { tier, caller } = draft.state;
  const finisherId = finisherOf(draft, how);
  const askAt = caller.phone === null ? null : followUpAt(outcome, tier, now, nextMorningAt);
  dropHold(draft, 'resolved');
  settlePromise(draft, true);
  draft.emit({ type: 'resolved', outcome, words, how, followUpAt: askAt });
  cancelUnsent(draft, 'resolved', () => true);
  tellStandDown(draft, STAND_DOWN[outcome], finisherId === null ? [] : [finisherId]);
  if (finisherId !== null) tellClosed(draft, finisherId, 'confirm');
  const news = closingNews(outcome);
  if (news !== null) tellResident(draft, news);
}

/** Who wrote DONE, or is there while the desk closes it; somebody still on the way has to be stopped. */
function finisherOf({ state, context }: Draft, how: 'reply' | 'onBehalf' | 'desk'): string | null {
  if (how === 'reply' && context.by.kind === 'responder') return context.by.id;
  return state.status === 'onSite' ? (state.holder?.responderId ?? null) : null;
}

type Why = 'coordinator' | 'etaMissed' | 'noEta' | 'stale' | 'tierNotConfirmed' | 'residentNotFixed';
/** Nobody knows that they will not come: the ladder goes on, and they are asked. */
const STAYED_SILENT: readonly Why[] = ['etaMissed', 'noEta', 'stale', 'tierNotConfirmed'];

/**
 * Opens it again. Where whoever has it stayed silent, the ladder goes on at the step that would have been next, but for a
 * higher one that nobody confirmed, which begins; else it begins at its first: whoever is on call hears of it even if nobody sits at the desk. What is for a person besides gets
 * its alarm from the caller. A P3 waits for the morning again.
 */
export function reopen(draft: Draft, why: Why, words: string, lateMs = 0): void {
  const late = lateMs >= TIMING.onTimeMs ? { lateMs } : {};
  const by = why === 'coordinator' ? draft.context.by : CORE;
  const silentId = STAYED_SILENT.includes(why) ? (draft.state.holder?.responderId ?? null) : null;
  const firstStep = silentId === null ? 0 : resumeAt(draft, silentId, why === 'tierNotConfirmed');
  dropHold(draft, 'byHand');
  draft.emit({ type: 'reopened', why, words, startsLadder: true, ...late }, by);
  startLadder(draft, 'reopened', firstStep === 0 ? {} : { firstStep });
  if (silentId !== null) askStillComing(draft, silentId, 'now');
  tellResident(draft, draft.state.tier === 'P3' ? 'morning' : 'reopened');
}

/**
 * Somebody who has it keeps it, and hears of it. Else what has not left is called back, the ladder of the new tier
 * starts, and lowering stands down everyone whom that ladder does not ask at once.
 */
export function changeTier(draft: Draft, to: Tier, reason: string): void {
  const from = draft.state.tier;
  dropHold(draft, 'byHand');
  draft.emit({ type: 'tierChanged', from, to, reason });
  if (draft.state.holder !== null) return tellHolderOfTier(draft, from);
  cancelUnsent(draft, 'tierChanged', ({ purpose }) => ['step', 'call', 'vendor'].includes(purpose));
  const runsBefore = draft.state.ladder?.seq ?? 0;
  startLadder(draft, 'tierChange');
  const run = draft.state.ladder;
  const asked = run && run.seq > runsBefore ? (run.current?.recipients ?? []) : [];
  // Tiers sort as they weigh: P1 before P2 before P3.
  if (to > from)
    tellStandDown(
      draft,
      LOWERED,
      asked.map((each) => each.responderId),
    );
  if (to === 'P3') tellResident(draft, 'morning');
  else if (from === 'P3') tellResident(draft, 'receipt');
}
