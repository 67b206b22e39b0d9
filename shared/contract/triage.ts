import type { GivenAnswer, TriageRules } from './cards.ts';
import { Category, type Language, Tier, type Trade, type WallTime } from './words.ts';
import { z } from './zod.ts';

/** Kinds of danger to life; each has its own fixed text in `shared/triage/life-safety.ts`. */
export const LIFE_SAFETY_KINDS = [
  'gas',
  'fire',
  'co',
  'electric',
  'medical',
  'danger',
  'police',
  'trapped',
  'evacuate',
  'welfare',
  'selfHarm',
  'water',
  'climate',
] as const;
export type LifeSafetyKind = (typeof LIFE_SAFETY_KINDS)[number];

/** One line of a file of labelled texts: what a text should be judged to be. More fields may stand beside these. */
export const LabelledText = z.object({
  text: z.string().min(1),
  lang: z.string().min(1),
  category: Category,
  tier: Tier,
  /** Other answers a sensible manager could give. */
  alt_tiers: z.array(Tier).default([]),
  alt_categories: z.array(Category).default([]),
  /** The right move is a question, not a guess. */
  needs_clarification: z.boolean().default(false),
});
export type LabelledText = z.infer<typeof LabelledText>;

/** What is known beside the words. Everything optional: absent means unknown, never "no". */
export type TriageContext = {
  /** Language on file; `classify` finds out by itself where it is absent. */
  readonly language?: Language;
  /** Outside temperature in degrees Fahrenheit, where known. */
  readonly outsideF?: number;
  /** The time at the place, `HH:MM`: by night other numbers may hold. */
  readonly wallTime?: WallTime;
  /** The resident has volunteered a need that makes loss of heat or cooling dangerous. What it is nobody knows here: of power, the card asks. */
  readonly hasVolunteeredNeed?: boolean;
  /** Trade a property sends for a category when it is not the default. */
  readonly tradeOf?: Partial<Record<Category, Trade>>;
  /** What the resident or the property's own system chose. It may raise, never lower. */
  readonly chosenTier?: Tier;
  readonly chosenCategory?: Category;
  /** Answers to questions of protocol cards, in the order in which they were asked. */
  readonly answers?: readonly GivenAnswer[];
  /** Cards, numbers and phrases in force at the place; absent: those the product comes with. */
  readonly rules?: TriageRules;
};

/** A question of the verdict's card as it stands: its place is fixed, whoever asks. */
export type AskedQuestion = {
  readonly card: Category;
  readonly question: string;
  /** Null until it is answered. */
  readonly answer: string | null;
  /** An answer could still change the tier; the others are for whoever is sent. */
  readonly canChangeTier: boolean;
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
  /** Somebody may be in danger: one of the fixed texts is called for (see `lifeSafetyKind`). */
  readonly isLifeSafety: boolean;
  /** Id of the first open one of `questions`, but for safety, whose answer could change the tier; null when none would. */
  readonly question: string | null;
  /** The questions of the card that are worth asking or were answered, in the card's order. */
  readonly questions: readonly AskedQuestion[];
  /** Version of the language packs and, after a plus, of the model that judged; stamped into the incident. */
  readonly packVersion: string;
  /** Version of the card that asked, stamped into the incident. */
  readonly cardVersion: string;
};
