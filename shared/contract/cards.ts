import { type BothLanguages, Category, Tier, Trade, WallTime } from './words.ts';
import { z } from './zod.ts';

/** Protocol cards, numbers and phrases: triage as data. The product comes with a set; a company may put its own over it. */

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);
const words = (most: number) =>
  z.object({
    en: z.string().trim().min(1).max(most),
    es: z.string().trim().min(1).max(most),
  }) satisfies z.ZodType<BothLanguages>;

/** One answer to a question, picked by its number key. */
export const CardAnswer = z.object({
  id: slug,
  label: words(80),
  /** The tier it leads to; null: it is only noted. */
  tier: Tier.nullable(),
  /** What it is taken to mean, as if the words had said it (a reason code); null: just the tier. */
  finding: z.string().nullable(),
});
export type CardAnswer = Readonly<z.infer<typeof CardAnswer>>;

export const MOST_ANSWERS = 9;

export const CardQuestion = z.object({
  id: slug,
  text: words(200),
  /** Asked while one of these was recognised (reason codes); empty: with every report that has this card. */
  about: z.array(z.string()),
  /** Not asked once one of these was recognised: the words have answered already. */
  unless: z.array(z.string()),
  /** `raises`: an answer can only make it worse. `settles`: what the question is about gets the tier of the answer, up or down. */
  effect: z.enum(['raises', 'settles']),
  /** Asked although it cannot change the tier: whoever is sent needs it. */
  isForTechnician: z.boolean(),
  answers: z.array(CardAnswer).min(2).max(MOST_ANSWERS),
});
export type CardQuestion = Readonly<z.infer<typeof CardQuestion>>;

/** What the desk asks and says about one category. The order of the questions is the order in which all are asked. */
export const ProtocolCard = z.object({
  category: Category,
  /** `2026.1` for a card of the product, `company 3` for the third version a company signed. */
  version: z.string().min(1).max(60),
  signedBy: z.string().nullable(),
  trade: Trade,
  questions: z.array(CardQuestion).max(8),
  /** Said while help is on its way. */
  advice: z.array(words(300)).max(6),
  photos: words(200).nullable(),
  /** Whom to let in, and after what proof; only where a door is opened for somebody. */
  identityRule: words(300).nullable(),
});
export type ProtocolCard = Readonly<z.infer<typeof ProtocolCard>>;

/** An answer that was given: which card asked, what, and what was picked. */
export const GivenAnswer = z.object({ card: Category, question: slug, answer: slug });
export type GivenAnswer = Readonly<z.infer<typeof GivenAnswer>>;

const degrees = (least: number, most: number) => z.number().min(least).max(most);

/** Every number triage uses. Degrees are Fahrenheit. */
export const TriageNumbers = z.object({
  /** Without heat and below this inside: P1. By day and by night, as some city codes have it. */
  coldInsideDayF: degrees(32, 80),
  coldInsideNightF: degrees(32, 80),
  dayStart: WallTime,
  dayEnd: WallTime,
  /** Without heat and at or below this outside: P1. */
  freezingOutsideF: degrees(-20, 60),
  /** Without cooling and at or above one of these: P2. */
  hotInsideF: degrees(75, 120),
  hotOutsideF: degrees(80, 125),
});
export type TriageNumbers = Readonly<z.infer<typeof TriageNumbers>>;
export type TriageNumber = keyof TriageNumbers;

export const TRIAGE_PRESETS = ['default', 'newYorkCity', 'chicago'] as const;
export const TriagePreset = z.enum(TRIAGE_PRESETS);
export type TriagePreset = z.infer<typeof TriagePreset>;

/** Words of a company's own that force at least a tier, wherever they stand in a text; they never lower. */
export const CompanyPhrase = z.object({
  id: z.string().min(1).max(64),
  words: z
    .string()
    .trim()
    .min(3)
    .max(80)
    .refine((typed) => /\p{L}{2}/u.test(typed), { message: 'needs a word' }),
  leastTier: Tier,
  category: Category,
});
export type CompanyPhrase = Readonly<z.infer<typeof CompanyPhrase>>;

/**
 * What a company, a group of properties or one property says differently. `place` is `company`, `group:NAME` or
 * `property:ID`; the nearer one wins number by number and card by card, phrases add up.
 */
export const TriageLayer = z.object({
  place: z.union([z.literal('company'), z.string().regex(/^(?:group|property):.+$/)]),
  /** Counts the versions somebody saved. */
  version: z.number().int().nonnegative(),
  signedBy: z.string().nullable(),
  preset: TriagePreset.nullable(),
  numbers: TriageNumbers.partial(),
  cards: z.partialRecord(Category, ProtocolCard),
  phrases: z.array(CompanyPhrase).max(200),
});
export type TriageLayer = Readonly<z.infer<typeof TriageLayer>>;

/** Where a value comes from. */
export type TriageOrigin = 'product' | 'preset' | 'company' | 'group' | 'property';

/** What is in force at one place, with the origin of each part. */
export type TriageRules = {
  readonly numbers: TriageNumbers;
  readonly numberOrigins: Readonly<Record<TriageNumber, TriageOrigin>>;
  readonly cards: Readonly<Record<Category, ProtocolCard>>;
  readonly cardOrigins: Readonly<Record<Category, TriageOrigin>>;
  readonly phrases: readonly (CompanyPhrase & { readonly origin: TriageOrigin })[];
};
