import type { BothLanguages, Outcome, Tier } from '#shared/contract';
import { TIMING } from '#shared/escalation';
import { cancelUnsent, startLadder } from './climb.ts';
import { CORE, type Draft } from './draft.ts';
import { tellResident } from './tell-resident.ts';
import { tellStandDown } from './tell-responders.ts';

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

/** Outcomes after which the resident is asked whether it is fixed. */
const ASKED_LATER: readonly Outcome[] = ['fixed', 'madeSafe'];

/** Closes the incident: nothing of it is sent any more, everyone notified stands down, the resident hears. */
export function closeOut(draft: Draft, outcome: Outcome, words: string, how: 'reply' | 'onBehalf' | 'desk'): void {
  if (draft.state.status === 'resolved') return;
  const { now, nextMorningAt } = draft.context;
  const { tier, caller } = draft.state;
  const canAsk = ASKED_LATER.includes(outcome) && caller.phone !== null && tier !== 'P3';
  const followUpAt = !canAsk ? null : tier === 'P1' ? now + TIMING.followUpAfterP1Ms : nextMorningAt;
  draft.emit({ type: 'resolved', outcome, words, how, followUpAt });
  cancelUnsent(draft, 'resolved', () => true);
  tellStandDown(draft, STAND_DOWN[outcome]);
  if (outcome !== 'duplicate') tellResident(draft, 'resolved');
}

/** Opens it again: for a person (alarm), or with the ladder from its first step. */
export function reopen(
  draft: Draft,
  why: 'coordinator' | 'etaMissed' | 'noEta' | 'residentNotFixed',
  words: string,
): void {
  draft.emit({ type: 'reopened', why, words, startsLadder: true }, why === 'coordinator' ? draft.context.by : CORE);
  if (draft.state.tier === 'P3') {
    tellResident(draft, 'morning');
    return;
  }
  startLadder(draft, 'reopened');
  tellResident(draft, 'reopened');
}

const LOWERED: BothLanguages = { en: 'It is no longer urgent', es: 'Ya no es urgente' };

/**
 * Raising starts the higher ladder unless somebody has it already; lowering calls back what has not left and stands
 * everyone down, or goes on with the lower ladder.
 */
export function changeTier(draft: Draft, to: Tier, reason: string): void {
  const from = draft.state.tier;
  draft.emit({ type: 'tierChanged', from, to, reason });
  if (draft.state.holder !== null) return;
  cancelUnsent(draft, 'tierChanged', (purpose, toKind) => toKind === 'responder' && purpose === 'step');
  if (to === 'P3') {
    tellStandDown(draft, LOWERED);
    tellResident(draft, 'morning');
    return;
  }
  startLadder(draft, 'tierChange');
}
