import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, LANGUAGES, type ReviewTally, type Share, TIERS, TRIAGE_MARKS } from '#shared/contract';
import { percentOf, reviewFigures } from '#shared/review';

const tally = (tier: ReviewTally['tier'], mark: ReviewTally['mark'], more: Partial<ReviewTally> = {}): ReviewTally => ({
  tier,
  mark,
  category: 'plumbing',
  language: 'en',
  isLowered: false,
  count: 1,
  ...more,
});

describe('figures of the marks', () => {
  it('are of nothing where nothing was to be marked', () => {
    const nothing = { count: 0, of: 0 };
    expect(reviewFigures([])).toEqual({
      all: { marked: nothing, right: nothing, falseAlarms: nothing, missed: nothing, lowered: nothing },
      byLanguage: [],
      byCategory: [],
    });
  });

  it('say of how many, and count only what was marked', () => {
    const { all } = reviewFigures([
      tally('P1', 'right', { count: 6 }),
      tally('P1', 'tooHigh', { count: 2, isLowered: true }),
      tally('P1', null, { count: 3, isLowered: true }),
      tally('P2', 'right', { count: 4 }),
      tally('P2', 'tooLow'),
      tally('P3', 'tooLow', { count: 2 }),
      tally('P3', null),
    ]);
    expect(all).toEqual({
      marked: { count: 15, of: 19 },
      right: { count: 10, of: 15 },
      falseAlarms: { count: 2, of: 13 },
      missed: { count: 3, of: 15 },
      lowered: { count: 2, of: 8 },
    });
  });

  it('stand apart by language and by category, where there was anything to be marked', () => {
    const { byLanguage, byCategory } = reviewFigures([
      tally('P1', 'right', { language: 'es', category: 'gas' }),
      tally('P2', 'tooHigh', { language: 'es' }),
      tally('P2', null),
    ]);
    expect(byLanguage.map(({ language, marked, right }) => [language, marked, right])).toEqual([
      ['en', { count: 0, of: 1 }, { count: 0, of: 0 }],
      ['es', { count: 2, of: 2 }, { count: 1, of: 2 }],
    ]);
    expect(byCategory.map(({ category, marked }) => [category, marked])).toEqual([
      ['plumbing', { count: 1, of: 2 }],
      ['gas', { count: 1, of: 1 }],
    ]);
  });
});

describe('a share in percent', () => {
  it.each<readonly [Share, number | null]>([
    [{ count: 0, of: 0 }, null],
    [{ count: 12, of: 14 }, 86],
    [{ count: 0, of: 30 }, 0],
    [{ count: 30, of: 30 }, 100],
    [{ count: 399, of: 400 }, 99],
    [{ count: 1, of: 400 }, 1],
  ])('%o is %s', (share, percent) => {
    expect(percentOf(share)).toBe(percent);
  });
});

const tallies = fc.array(
  fc.record<ReviewTally>({
    tier: fc.constantFrom(...TIERS),
    category: fc.constantFrom(...CATEGORIES),
    language: fc.constantFrom(...LANGUAGES),
    isLowered: fc.boolean(),
    mark: fc.constantFrom(...TRIAGE_MARKS, null),
    count: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 40 },
);

describe('whatever was marked', () => {
  it('no share is more than all, and the parts make the whole', () => {
    fc.assert(
      fc.property(tallies, (made) => {
        const { all, byLanguage, byCategory } = reviewFigures(made);
        for (const group of [all, ...byLanguage, ...byCategory]) {
          for (const share of [group.marked, group.right, group.falseAlarms, group.missed, group.lowered])
            expect(share.count).toBeLessThanOrEqual(share.of);
          expect([group.right.of, group.missed.of]).toEqual([group.marked.count, group.marked.count]);
          expect(group.right.count + group.missed.count).toBeLessThanOrEqual(group.marked.count);
        }
        for (const groups of [byLanguage, byCategory])
          for (const name of ['marked', 'right', 'falseAlarms', 'missed', 'lowered'] as const)
            for (const side of ['count', 'of'] as const)
              expect(groups.reduce((sum, group) => sum + group[name][side], 0)).toBe(all[name][side]);
      }),
    );
  });

  it('percent says all only of all and none only of none', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (one, other) => {
        const [count, of] = [Math.min(one, other), Math.max(one, other)];
        const percent = percentOf({ count, of });
        expect(percent === 100).toBe(of > 0 && count === of);
        expect(percent === 0).toBe(of > 0 && count === 0);
        expect(percent === null).toBe(of === 0);
      }),
    );
  });
});
