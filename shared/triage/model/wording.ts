import type { Category, Tier } from '#shared/contract';

/** What the statistical model makes of a text: it proposes a category and may raise the tier. */
export type Wording = {
  readonly category: Category;
  readonly isCategorySure: boolean;
  /** The tier it raises to; null where it sees no reason to. */
  readonly tier: Tier | null;
  /** The words of the normalised text that spoke loudest for it. */
  readonly start: number;
  readonly end: number;
};

const NOTHING: Wording = { category: 'general', isCategorySure: false, tier: null, start: 0, end: 0 };

export function wordingOf(_text: string, _findings: readonly unknown[]): Wording {
  return NOTHING;
}
