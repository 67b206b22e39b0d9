import type { Ladder } from '#shared/contract';
import { minutes } from '#shared/escalation';
import type { RefusalCode } from './commands.ts';
import type { Draft } from './draft.ts';
import type { IncidentState, LadderRun } from './state.ts';

/** No step of it is answered by anybody: it has none, or informs only. */
export function wakesNobody(ladder: Ladder): boolean {
  return !ladder.steps.some((step) => step.targets.some((each) => each.isCopy !== true));
}

/** Why what is left of a ladder may not be another one; null where it may. What has fired stays as it was. */
export function refusedChange(state: IncidentState, ladder: Ladder): RefusalCode | null {
  if (state.status === 'resolved') return 'alreadyResolved';
  if (state.holder) return 'alreadyTaken';
  const run = state.ladder;
  if (!run || run.waitsFor === 'nothing' || run.isLastResort) return 'nothingToEscalate';
  const fired = run.waitsFor === 'round' ? 0 : run.nextStep;
  const before = (each: Ladder): string => JSON.stringify(each.steps.slice(0, fired));
  if (before(ladder) !== before(run.ladder)) return 'alreadyFired';
  return wakesNobody(ladder) ? 'nobodyWoken' : null;
}

/** From the next step on another ladder runs, in this round and those after it. */
export function changeLadder(draft: Draft, ladder: Ladder, words: string): void {
  const run = draft.state.ladder;
  if (!run) return;
  draft.emit({ type: 'ladderChanged', ladder, insteadOf: run.ladder, dueAt: dueAfter(draft, run, ladder), words });
}

/**
 * The window that runs is measured from where it began; what would have been over by then fires now. A held ladder stands
 * still at the moment the hold began, and every time of it moves on when that ends.
 */
function dueAfter({ context, state }: Draft, run: LadderRun, ladder: Ladder): number {
  if (run.waitsFor === 'round') return run.dueAt;
  const waitMin = ({ steps, lastWindowMin }: Ladder): number => steps[run.nextStep]?.afterPreviousMin ?? lastWindowMin;
  const beganAt = run.dueAt - minutes(waitMin(run.ladder));
  return Math.max(state.hold?.since ?? context.now, beganAt + minutes(waitMin(ladder)));
}
