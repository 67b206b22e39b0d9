import type { Language, ResidentTemplate } from '#shared/contract';
import { templateWith } from './template-fill.ts';
import { BUILT_IN_ONLY, type CompanyText, textInForce } from './templates.ts';

/**
 * What each text to a resident needs. Times are wall-clock times as people read them ("12:55", "1:05 AM"), `by` is the
 * person as residents may know them ("Marcus (Harbor Plumbing)"). `nextBy` is the promise of the next text.
 */
export type ResidentFacts = {
  readonly receipt: { readonly propertyName: string; readonly nextBy: string };
  readonly stepping: { readonly nextBy: string };
  readonly acknowledged: { readonly by: string; readonly estimate: string | null; readonly nextBy: string };
  readonly delayed: { readonly by: string; readonly estimate: string; readonly nextBy: string };
  /** A vendor comes as well as whoever has it. */
  readonly alsoComing: { readonly by: string; readonly estimate: string | null; readonly nextBy: string };
  readonly arrived: { readonly by: string; readonly nextBy: string };
  readonly resolved: Readonly<Record<never, never>>;
  /** Closed without anything mended: a false alarm, or called off. */
  readonly closed: Readonly<Record<never, never>>;
  /** `day` in the resident's language: "Monday", "lunes". */
  readonly morning: { readonly day: string; readonly nextBy: string };
  readonly reopened: { readonly nextBy: string };
  readonly followUp: Readonly<Record<never, never>>;
};

export type ResidentTextKind = keyof ResidentFacts;

type Fact = { readonly [Name in 'propertyName' | 'nextBy' | 'by' | 'estimate' | 'day']?: string | null };

/** A text to a resident about their own report: as the company words it, else as built in. */
export function residentText<K extends ResidentTextKind>(
  kind: K,
  facts: ResidentFacts[K],
  language: Language,
  companyText: CompanyText = BUILT_IN_ONLY,
): string {
  const { propertyName, nextBy, by, estimate, day }: Fact = facts;
  return templateWith(textInForce(templateOf(kind, estimate), language, companyText), language, {
    property: propertyName,
    next: nextBy,
    by,
    estimate,
    day,
  });
}

function templateOf(kind: ResidentTextKind, estimate: string | null | undefined): ResidentTemplate {
  if (estimate !== null || (kind !== 'acknowledged' && kind !== 'alsoComing')) return kind;
  return `${kind}WithoutEstimate`;
}
