import { TriageLayer, type TriageRules } from './cards.ts';
import type { BothLanguages, Category, Instant, Tier } from './words.ts';
import { z } from './zod.ts';

/** Triage as Settings shows and changes it, and the bench on which a change is tried before it counts. */

/** What one place says, under what it says it, and where else something may be said. */
export type TriageLayerView = {
  readonly layer: TriageLayer;
  /** What the places above it say, the farthest first; none above the company. */
  readonly above: readonly TriageLayer[];
  readonly inForce: TriageRules;
};

/** A place that may say something of its own. */
export type TriagePlace = {
  readonly place: string;
  readonly kind: 'company' | 'group' | 'property';
  readonly name: string;
  /** The group a property belongs to; empty otherwise. */
  readonly group: string;
  /** 0: nothing said yet. */
  readonly version: number;
};

export const BENCH_FILTERS = ['all', 'urgent', 'incidents'] as const;
export const BenchFilter = z.enum(BENCH_FILTERS);
export type BenchFilter = z.infer<typeof BenchFilter>;

export const MOST_BENCH_TEXTS = 5_000;

/**
 * What to judge, and by what. Texts that are pasted are judged as if they came from `place`; past contacts by the rules of
 * where they came from. `against` says what the rules in force are compared with: nothing, what a place would say instead,
 * or the rules of another place.
 */
export const BenchInput = z.object({
  place: TriageLayer.shape.place,
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('texts'), texts: z.array(z.string().min(1).max(4_000)).min(1).max(MOST_BENCH_TEXTS) }),
    z.object({
      kind: z.literal('contacts'),
      last: z.number().int().min(1).max(MOST_BENCH_TEXTS),
      filter: BenchFilter,
    }),
  ]),
  against: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('nothing') }),
    z.object({ kind: z.literal('draft'), layer: TriageLayer }),
    z.object({ kind: z.literal('place'), place: TriageLayer.shape.place }),
  ]),
});
export type BenchInput = Readonly<z.infer<typeof BenchInput>>;

export const BENCH_CHANGES = ['up', 'down', 'category', 'question'] as const;
/** `up`: to a graver tier. `question`: another one is asked first, or none any more. */
export type BenchChange = (typeof BENCH_CHANGES)[number];

/** A verdict as the bench lists it. */
export type BenchVerdict = {
  readonly tier: Tier;
  readonly category: Category;
  readonly reasons: readonly { readonly code: string; readonly start: number; readonly end: number }[];
  /** The question that could change the tier, in words; null when none would. */
  readonly question: BothLanguages | null;
};

export type BenchRow = {
  readonly text: string;
  /** When and where a past contact came in; null for a text that was pasted. */
  readonly receivedAt: Instant | null;
  readonly placeName: string | null;
  readonly inForce: BenchVerdict;
  /** Null where nothing is compared. */
  readonly instead: BenchVerdict | null;
  readonly changes: readonly BenchChange[];
};

export type BenchResult = {
  readonly judged: number;
  readonly tiers: Readonly<Record<Tier, number>>;
  /** How many texts change in which way; one may change in several. */
  readonly changed: Readonly<Record<BenchChange, number>>;
  /** What is listed: every text, or where something is compared only those that change; so many at most. */
  readonly rows: readonly BenchRow[];
  readonly rowsLeftOut: number;
  /** How long judging took, on its own thread. */
  readonly ms: number;
};

/** When triage as a whole was last looked over, and by whom. */
export const TriageReview = z.object({
  at: z.number().int().nonnegative(),
  by: z.string(),
  packVersion: z.string(),
  cardVersion: z.string(),
  companyVersion: z.number().int().nonnegative(),
});
export type TriageReview = Readonly<z.infer<typeof TriageReview>>;

export type TriageAbout = {
  readonly packVersion: string;
  readonly cardVersion: string;
  /** Places that say something of their own, with the cards they changed. */
  readonly changedAt: readonly (TriagePlace & {
    readonly cards: readonly Category[];
    readonly signedBy: string | null;
  })[];
  readonly review: TriageReview | null;
  /** Null while nobody has looked it over yet. */
  readonly reviewDueAt: Instant | null;
};
