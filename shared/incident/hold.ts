import type { Tier } from '#shared/contract';
import { minutes, TIMING } from '#shared/escalation';
import { endSpentStep } from './climb.ts';
import { CORE, type Draft } from './draft.ts';
import type { EventOf } from './events.ts';

/** How long a ladder of a tier may be held, in minutes. */
export function longestHoldMin(tier: Tier): number {
  return TIMING.holdMs[tier] / minutes(1);
}

/** The ladder waits for a person, and goes on by itself. */
export function hold(draft: Draft, forMin: number, reason: string): void {
  const { now, nextMorningAt } = draft.context;
  const untilAt = now + minutes(forMin);
  draft.emit({ type: 'held', untilAt: draft.state.tier === 'P3' ? Math.min(untilAt, nextMorningAt) : untilAt, reason });
}

/** Ends a hold, where there is one, for what follows at once: somebody takes it, it is closed, another ladder starts. */
export function dropHold(draft: Draft, why: EventOf<'holdEnded'>['why']): void {
  if (draft.state.hold) draft.emit({ type: 'holdEnded', why }, why === 'time' ? CORE : draft.context.by);
}

/** A person lets the ladder go on. A step that nobody can answer any more ends now. */
export function endHold(draft: Draft): void {
  dropHold(draft, 'byHand');
  endSpentStep(draft);
}

/** Its time is over and nobody has decided: the ladder goes on, and the desk hears that it does. */
export function holdOver(draft: Draft): void {
  const lateMs = draft.context.now - (draft.state.hold?.untilAt ?? draft.context.now);
  dropHold(draft, 'time');
  draft.emit({ type: 'alarmRaised', kind: 'holdEnded', step: null }, CORE);
  // What is hours late waits for a person first: the clock of its own step sees to that.
  if (lateMs <= TIMING.veryLateMs) endSpentStep(draft);
}
