import type { Category, Language, Tier, Trade } from './words.ts';

/** Kinds of danger to life; each has its own fixed text in `shared/triage/life-safety.ts`. */
export const LIFE_SAFETY_KINDS = ['gas', 'fire', 'co', 'electric', 'medical', 'danger'] as const;
export type LifeSafetyKind = (typeof LIFE_SAFETY_KINDS)[number];

/** What is known beside the words. Everything optional: absent means unknown, never "no". */
export type TriageContext = {
  /** Language on file; `classify` finds out by itself where it is absent. */
  readonly language?: Language;
  /** Outside temperature in degrees Fahrenheit, where known. */
  readonly outsideF?: number;
  /** The resident has volunteered a need that makes loss of heat, cooling or power dangerous. */
  readonly hasVolunteeredNeed?: boolean;
  /** Trade a property sends for a category when it is not the default. */
  readonly tradeOf?: Partial<Record<Category, Trade>>;
};

/** Why: a stretch of the text `[start, end)` in UTF-16 units and what it was taken to mean. */
export type Reason = {
  /** Stable name of the rule, e.g. `water-running`; the screen translates it as `triage.reason.<code>`. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** The words themselves, as typed. */
  readonly words: string;
};

export type Problem = {
  readonly category: Category;
  readonly tier: Tier;
  readonly trade: Trade;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
};

export type Verdict = Problem & {
  /** Every problem found, worst first; the verdict is the first of them. Never empty. */
  readonly problems: readonly Problem[];
  readonly language: Language;
  /** Fire, gas, carbon monoxide, electrocution, medical: fixed text comes before any question. */
  readonly isLifeSafety: boolean;
  /** Name of the question whose answer could change the tier, `triage.question.<code>`; null when none would. */
  readonly question: string | null;
  /** Version of the language packs that judged, stamped into the incident. */
  readonly packVersion: string;
};
