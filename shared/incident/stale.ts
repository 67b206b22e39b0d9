import { TIMING } from '#shared/escalation';
import { openAgain } from './clock-due.ts';
import { CORE, type Draft } from './draft.ts';
import { askStillComing } from './tell-holder.ts';

/** Nothing was heard for long of whoever has it. They are asked; without an answer the ladder goes on. */
export function noSign(draft: Draft): void {
  const { holder, tier } = draft.state;
  if (!holder) return;
  if (holder.stillComingByAt !== null) return openAgain(draft, 'stale', holder.stillComingByAt);
  const isAsked = askStillComing(draft, holder.responderId, 'soon');
  draft.emit({ type: 'stillComingAsked', byAt: draft.context.now + TIMING.stillComingMs[tier] }, CORE);
  // Without a number of theirs only a person can ask.
  if (!isAsked) draft.emit({ type: 'alarmRaised', kind: 'stale', step: null }, CORE);
}

/** An estimate on a P1 that is hours away: a person decides whether that will do. */
export function alarmFarEta(draft: Draft): void {
  const { holder, tier } = draft.state;
  const etaAt = holder?.etaAt ?? null;
  if (tier !== 'P1' || etaAt === null || etaAt - draft.context.now <= TIMING.etaFarMs) return;
  draft.emit({ type: 'alarmRaised', kind: 'etaFar', step: null }, CORE);
}
