import type { Ladder } from '#shared/contract';
import { delayOf } from './ladder-edit.ts';

/**
 * A ladder that is being changed while it runs. `origins` says, step by step, which step of the running ladder each was;
 * null for one that was added.
 */
export type LadderDraft = { readonly ladder: Ladder; readonly origins: readonly (number | null)[] };

export function draftOf(ladder: Ladder): LadderDraft {
  return { ladder, origins: ladder.steps.map((_, index) => index) };
}

/** The draft after one change of the form: a step less, one more at the end, or other values. */
export function draftWith({ ladder: before, origins }: LadderDraft, ladder: Ladder): LadderDraft {
  if (ladder.steps.length > before.steps.length) return { ladder, origins: [...origins, null] };
  if (ladder.steps.length === before.steps.length) return { ladder, origins };
  const gone = ladder.steps.findIndex((step, index) => step !== before.steps[index]);
  const at = gone === -1 ? ladder.steps.length : gone;
  return { ladder, origins: origins.filter((_, index) => index !== at) };
}

/**
 * What is left of a draft once the running ladder has come to `nextStep`: what has fired stands as it fired, and everything
 * that was typed for later steps is kept. A step that was taken out and fired all the same had left its delay to the next
 * one, which gives it back.
 */
export function caughtUp({ ladder, origins }: LadderDraft, running: Ladder, nextStep: number): LadderDraft {
  const fired = running.steps.slice(0, nextStep);
  const isAhead = (origin: number | null | undefined): boolean => origin == null || origin >= nextStep;
  const lastKept = Math.max(-1, ...origins.flatMap((origin) => (isAhead(origin) ? [] : [origin ?? -1])));
  const givenBackMin = running.steps
    .slice(lastKept + 1, nextStep)
    .reduce((sum, { afterPreviousMin }) => sum + afterPreviousMin, 0);
  const ahead = ladder.steps
    .filter((_, index) => isAhead(origins[index]))
    .map((step, index) =>
      index === 0 ? { ...step, afterPreviousMin: delayOf(step.afterPreviousMin - givenBackMin) } : step,
    );
  return {
    ladder: { ...ladder, steps: [...fired, ...ahead] },
    origins: [...fired.map((_, index) => index), ...origins.filter(isAhead)],
  };
}
