import type { Ladder } from '#shared/contract';

/**
 * A ladder with its first window cut to `firstWindowMin`; later steps keep their distance to the one before. Nothing ever
 * becomes longer (PRODUCT 7 rule 7: the weather never loosens).
 */
export function tightened(ladder: Ladder, firstWindowMin: number): Ladder {
  const [first, second, ...rest] = ladder.steps;
  if (!first) return ladder;
  if (!second) return { ...ladder, lastWindowMin: Math.min(ladder.lastWindowMin, firstWindowMin) };
  const sooner = { ...second, afterPreviousMin: Math.min(second.afterPreviousMin, firstWindowMin) };
  return { ...ladder, steps: [first, sooner, ...rest] };
}
