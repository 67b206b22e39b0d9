import { LIFE_SAFETY_KINDS, type LifeSafetyKind } from './triage.ts';
import { Instant, Language } from './words.ts';
import { z } from './zod.ts';

/** Texts to a resident about their own report. What reads otherwise without an estimate is a text of its own. */
export const RESIDENT_TEMPLATES = [
  'receipt',
  'stepping',
  'acknowledged',
  'acknowledgedWithoutEstimate',
  'delayed',
  'alsoComing',
  'alsoComingWithoutEstimate',
  'arrived',
  'resolved',
  'closed',
  'morning',
  'reopened',
  'followUp',
] as const;
export type ResidentTemplate = (typeof RESIDENT_TEMPLATES)[number];

/** The first words to a resident in danger. */
export type SafetyTemplate = `safety-${LifeSafetyKind}`;
export const SAFETY_TEMPLATES: readonly SafetyTemplate[] = LIFE_SAFETY_KINDS.map((kind) => `safety-${kind}` as const);

/** A text that a company may word for itself. */
export const TemplateKind = z.enum([...RESIDENT_TEMPLATES, ...SAFETY_TEMPLATES]);
export type TemplateKind = z.infer<typeof TemplateKind>;

/** Far more than any text may have; the checks say what fits. */
const LONGEST_TYPED = 2000;

/** What a company says in place of a built-in text, in one language. */
export const TextTemplate = z.object({
  /** Kind and language: `receipt.es`. */
  id: z.string(),
  kind: TemplateKind,
  language: Language,
  /** Counts the versions somebody signed. */
  version: z.number().int().positive(),
  /** Null where it went back to the built-in text. */
  text: z.string().max(LONGEST_TYPED).nullable(),
  signedBy: z.string(),
  signedAt: Instant,
});
export type TextTemplate = Readonly<z.infer<typeof TextTemplate>>;

/** What is to be sent from now on; `version` is the one it was made from, 0 where nothing was ever signed. */
export const TemplateSaveInput = z.object({
  kind: TemplateKind,
  language: Language,
  text: z.string().max(LONGEST_TYPED).nullable(),
  version: z.number().int().nonnegative(),
  /** The name of whoever signs, as they typed it. */
  signedAs: z.string().trim().max(120),
});
export type TemplateSaveInput = Readonly<z.infer<typeof TemplateSaveInput>>;

export type TemplatesView = {
  /** What was ever signed, as it holds now. A kind that is not among them is as built in. */
  readonly signed: readonly TextTemplate[];
  /** The owner of the rules, who alone may sign a version; null while nobody is named. */
  readonly owner: { readonly staffId: string; readonly name: string } | null;
  /** A property to show texts with; null where there is none yet. */
  readonly propertyName: string | null;
};
