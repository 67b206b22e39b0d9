import {
  CATEGORIES,
  LANGUAGES,
  type ReviewFigures,
  type ReviewShares,
  type ReviewTally,
  type Share,
} from '#shared/contract';

/** Below so many a share says little: of 10 that were all right, a quarter may be wrong in the long run. */
export const ENOUGH_TO_SAY = 20;

/**
 * Counts what the marks say, over all and by language and category; groups without anything to be marked are left out.
 * All but `marked` are of the marked ones alone: whoever marks only what went wrong sees that in `marked`.
 */
export function reviewFigures(tallies: readonly ReviewTally[]): ReviewFigures {
  return {
    all: sharesOf(tallies),
    byLanguage: LANGUAGES.flatMap((language) => {
      const group = tallies.filter((each) => each.language === language);
      return countOf(group) > 0 ? [{ language, ...sharesOf(group) }] : [];
    }),
    byCategory: CATEGORIES.flatMap((category) => {
      const group = tallies.filter((each) => each.category === category);
      return countOf(group) > 0 ? [{ category, ...sharesOf(group) }] : [];
    }),
  };
}

function sharesOf(tallies: readonly ReviewTally[]): ReviewShares {
  const marked = tallies.filter((each) => each.mark !== null);
  return {
    marked: share(tallies, (each) => each.mark !== null),
    right: share(marked, (each) => each.mark === 'right'),
    falseAlarms: share(
      marked.filter((each) => each.tier !== 'P3'),
      (each) => each.mark === 'tooHigh',
    ),
    missed: share(marked, (each) => each.mark === 'tooLow'),
    lowered: share(
      marked.filter((each) => each.tier === 'P1'),
      (each) => each.isLowered,
    ),
  };
}

function share(tallies: readonly ReviewTally[], isCounted: (tally: ReviewTally) => boolean): Share {
  return { count: countOf(tallies.filter(isCounted)), of: countOf(tallies) };
}

function countOf(tallies: readonly ReviewTally[]): number {
  return tallies.reduce((sum, each) => sum + each.count, 0);
}

/** A share in whole percent; 100 only of all and 0 only of none. Null of nothing. */
export function percentOf({ count, of }: Share): number | null {
  if (of === 0) return null;
  if (count === 0 || count === of) return count === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((100 * count) / of)));
}
