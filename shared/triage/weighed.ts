import { type Category, TIERS, type Tier } from '#shared/contract';
import type { Circumstance } from './circumstances.ts';

/** A finding with the category and tier it has in this text. */
export type Weighed = Circumstance & {
  readonly category: Category;
  readonly tier: Tier;
  readonly weight: number;
  /** Its place is one in the text as typed, not in the normalised one. */
  readonly isPlaceAsTyped?: true;
};

export function rank(tier: Tier): number {
  return TIERS.indexOf(tier);
}

export function worstFirst(left: Weighed, right: Weighed): number {
  return rank(left.tier) - rank(right.tier) || right.weight - left.weight || left.start - right.start;
}
