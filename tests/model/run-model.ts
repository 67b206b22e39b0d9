import fc from 'fast-check';
import { templateOf } from './model-night.ts';
import { MOVES, POLICY } from './moves.ts';
import { play } from './play.ts';

export type ModelRun = {
  readonly seed: number;
  /** Where a failing case lies, as the failure printed it. */
  readonly path?: string | undefined;
  readonly runs: number;
  readonly limitMs?: number | undefined;
};

/** Random nights on the core and on the model. Throws with the smallest night on which they differ, and how to repeat it. */
export async function runModel({
  seed,
  path,
  runs,
  limitMs,
}: ModelRun): Promise<{ nights: number; moves: number; facts: number }> {
  const templates = { company: await templateOf('company'), own: await templateOf('own') };
  let [nights, movesMade, facts] = [0, 0, 0];
  try {
    const property = fc.asyncProperty(POLICY, MOVES, async (policy, moves) => {
      facts += await play(policy, templates[policy].folder, moves);
      nights += 1;
      movesMade += moves.length;
    });
    await fc.assert(property, {
      seed,
      numRuns: runs,
      // Where one night is repeated, it is that one that is looked at, not a smaller one.
      ...(path === undefined ? {} : { path, endOnFailure: true }),
      ...(limitMs === undefined ? {} : { interruptAfterTimeLimit: limitMs, markInterruptAsFailure: false }),
    });
    return { nights, moves: movesMade, facts };
  } finally {
    for (const template of Object.values(templates)) await template.end();
  }
}
