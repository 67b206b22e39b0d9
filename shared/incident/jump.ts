import { fireNow, startRoundQuietly } from './climb.ts';
import type { RefusalCode } from './commands.ts';
import type { Draft } from './draft.ts';
import { dropHold } from './hold.ts';
import type { IncidentState } from './state.ts';

/** Why a step may not fire before its turn; null where it may. */
export function refusedJump(state: IncidentState, step: number): RefusalCode | null {
  if (state.status === 'resolved') return 'alreadyResolved';
  if (state.holder) return 'alreadyTaken';
  const run = state.ladder;
  if (!run || run.waitsFor === 'nothing' || run.isLastResort) return 'nothingToEscalate';
  if (step >= run.ladder.steps.length) return 'noSuchStep';
  return run.waitsFor !== 'round' && step < run.nextStep ? 'alreadyFired' : null;
}

/** A later step fires now, and the ladder climbs on from it. */
export function jumpTo(draft: Draft, step: number, reason: string): void {
  dropHold(draft, 'byHand');
  if (draft.state.ladder?.waitsFor === 'round') startRoundQuietly(draft);
  const run = draft.state.ladder;
  // The round that began may be the last resort, which has no steps to choose from.
  if (!run || run.isLastResort) return fireNow(draft, 'byHand');
  draft.emit({ type: 'jumped', from: run.nextStep, step, reason });
  fireNow(draft, 'byHand');
}
