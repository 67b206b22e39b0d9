import type { Category, LabelledText, Language, Tier, Verdict } from '#shared/contract';

/** One labelled text with what was made of it. `ms`: how long that took. */
export type Judged = { readonly row: LabelledText; readonly verdict: Verdict; readonly ms: number };

/** Rates are 0 to 1, null where nothing could be counted. */
export type Scores = {
  readonly rows: number;
  /** The tier is among the right ones, or the label wants a question and one is asked. */
  readonly tierLenient: number | null;
  /** The tier is the label's own, or the label wants a question and one is asked. */
  readonly tierStrict: number | null;
  /** The category is among the right ones. */
  readonly category: number | null;
  /** Of texts whose only right tier is P1: called P1. */
  readonly p1Recall: number | null;
  /** Of texts called P1: P1 is among the right tiers. */
  readonly p1Precision: number | null;
  /** Of texts whose only right tier is P2: called P2. */
  readonly p2Recall: number | null;
  /** Of texts whose only right tier is P1: called P3, the worst there is. */
  readonly p1AsP3: number | null;
};

export type Evaluation = Scores & {
  /** Milliseconds for one text. */
  readonly msP50: number;
  readonly msP99: number;
  readonly byLang: Readonly<Record<string, Scores>>;
};

/** What is wrong with a verdict: a clear P1 below it, a P1 too many, another tier, another category. */
export type Miss = Judged & { readonly kind: 'p1AsP3' | 'p1Missed' | 'p1TooMany' | 'tier' | 'category' };

/** Confidence of the interval round a difference: 95 %, two-sided, of the normal distribution. */
const Z95 = 1.96;

export function isTierRight({ row, verdict }: Judged): boolean {
  return rightTiers(row).includes(verdict.tier) || isAskedAsWanted(row, verdict);
}

/** Every measure of a set of judged texts. */
export function evaluate(judged: readonly Judged[]): Evaluation {
  const langs = [...new Set(judged.map(({ row }) => row.lang))].sort();
  const times = judged.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return {
    ...scoresOf(judged),
    msP50: nearestRank(times, 0.5),
    msP99: nearestRank(times, 0.99),
    byLang: Object.fromEntries(langs.map((lang) => [lang, scoresOf(judged.filter(({ row }) => row.lang === lang))])),
  };
}

function scoresOf(judged: readonly Judged[]): Scores {
  const clearP1 = judged.filter(({ row }) => isOnly(row, 'P1'));
  const calledP1 = judged.filter(({ verdict }) => verdict.tier === 'P1');
  const isStrict = (each: Judged): boolean =>
    each.verdict.tier === each.row.tier || isAskedAsWanted(each.row, each.verdict);
  return {
    rows: judged.length,
    tierLenient: rate(judged, isTierRight),
    tierStrict: rate(judged, isStrict),
    category: rate(judged, isCategoryRight),
    p1Recall: rate(clearP1, ({ verdict }) => verdict.tier === 'P1'),
    p1Precision: rate(calledP1, ({ row }) => rightTiers(row).includes('P1')),
    p2Recall: rate(
      judged.filter(({ row }) => isOnly(row, 'P2')),
      ({ verdict }) => verdict.tier === 'P2',
    ),
    p1AsP3: rate(clearP1, ({ verdict }) => verdict.tier === 'P3'),
  };
}

/** What went wrong, the gravest first: clear P1 called P3, missed P1, P1 too many, other tiers, categories. */
export function missesOf(judged: readonly Judged[]): readonly Miss[] {
  const order: readonly Miss['kind'][] = ['p1AsP3', 'p1Missed', 'p1TooMany', 'tier', 'category'];
  return judged
    .flatMap((each): readonly Miss[] => {
      const kind = missOf(each);
      return kind === null ? [] : [{ ...each, kind }];
    })
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function missOf(each: Judged): Miss['kind'] | null {
  const { row, verdict } = each;
  if (isOnly(row, 'P1') && verdict.tier !== 'P1') return verdict.tier === 'P3' ? 'p1AsP3' : 'p1Missed';
  if (verdict.tier === 'P1' && !rightTiers(row).includes('P1')) return 'p1TooMany';
  if (!isTierRight(each)) return 'tier';
  return isCategoryRight(each) ? null : 'category';
}

/** How often each labelled tier was called which. */
export function confusion(judged: readonly Judged[]): Readonly<Record<Tier, Readonly<Record<Tier, number>>>> {
  const count = (label: Tier, called: Tier): number =>
    judged.filter(({ row, verdict }) => row.tier === label && verdict.tier === called).length;
  const across = (label: Tier) => ({ P1: count(label, 'P1'), P2: count(label, 'P2'), P3: count(label, 'P3') });
  return { P1: across('P1'), P2: across('P2'), P3: across('P3') };
}

/**
 * How much better one language is judged than another: the difference of the shares of right tiers, and its 95 %
 * interval (Wald). Null where one of them has no texts.
 */
export function languageGap(
  judged: readonly Judged[],
  one: Language,
  other: Language,
): { readonly difference: number; readonly low: number; readonly high: number } | null {
  const [a, b] = [one, other].map((lang) => {
    const rows = judged.filter(({ row }) => row.lang === lang);
    return { n: rows.length, share: rate(rows, isTierRight) };
  });
  if (a?.share == null || b?.share == null) return null;
  const difference = a.share - b.share;
  const spread = Z95 * Math.sqrt((a.share * (1 - a.share)) / a.n + (b.share * (1 - b.share)) / b.n);
  return { difference, low: difference - spread, high: difference + spread };
}

function rightTiers(row: LabelledText): readonly Tier[] {
  return [row.tier, ...row.alt_tiers];
}

function isOnly(row: LabelledText, tier: Tier): boolean {
  return rightTiers(row).every((each) => each === tier);
}

function isAskedAsWanted(row: LabelledText, verdict: Verdict): boolean {
  return row.needs_clarification && verdict.question !== null;
}

function isCategoryRight({ row, verdict }: Judged): boolean {
  const right: readonly Category[] = [row.category, ...row.alt_categories];
  return right.includes(verdict.category);
}

function rate<Each>(all: readonly Each[], isGood: (each: Each) => boolean): number | null {
  return all.length === 0 ? null : all.filter(isGood).length / all.length;
}

function nearestRank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
