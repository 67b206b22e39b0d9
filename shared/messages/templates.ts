import type { Language, LifeSafetyKind, TemplateKind } from '#shared/contract';
import { builtInText } from './built-in-text.ts';
import { templateTrouble } from './template-trouble.ts';

/** What the company says in place of a built-in text; null where it says nothing of its own. */
export type CompanyText = (kind: TemplateKind, language: Language) => string | null;

/** A company that says nothing of its own. */
export const BUILT_IN_ONLY: CompanyText = () => null;

/**
 * What is sent: the company's words, else the built-in ones. Words that were signed under an older build, and miss what
 * this one demands, are not sent.
 */
export function textInForce(kind: TemplateKind, language: Language, companyText: CompanyText): string {
  const own = companyText(kind, language);
  return own !== null && templateTrouble(kind, language, own).length === 0 ? own : builtInText(kind, language);
}

/** The first words to a resident in danger. */
export function lifeSafetyText(kind: LifeSafetyKind, language: Language, companyText: CompanyText): string {
  return textInForce(`safety-${kind}`, language, companyText);
}
