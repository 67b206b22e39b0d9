import type { BothLanguages, Language } from '#shared/contract';
import { plainLine, shorten } from './gsm7.ts';

/** What stands in a text for what is known only when it is sent: `{next}`. */
export type TemplateVariable = 'property' | 'by' | 'estimate' | 'next' | 'day';

type Values = { readonly [Name in TemplateVariable]?: string | null | undefined };

/** A template with its values. The text's own letters stay as they were signed; what is put in is plain. */
export function templateWith(template: string, language: Language, values: Values): string {
  const standIn = (name: string): string => {
    if (!isVariable(name)) return `{${name}}`;
    const value = values[name] ?? '';
    return name === 'next' && language === 'es'
      ? withArticle(plainLine(value))
      : shorten(plainLine(value), LONGEST_VALUE);
  };
  return oneLine(template.replace(PLACE, (_, name: string) => standIn(name)));
}

/** Longer names are cut, so that no name makes a text cost more than was seen when it was signed. */
const LONGEST_VALUE = 40;

/** `{next}`, with whatever stands between the braces. */
export const PLACE = /\{([^{}]*)\}/g;

/** The longest that can stand in for each variable, and what it is shown with. */
export const VARIABLES: Readonly<
  Record<TemplateVariable, { readonly sample: BothLanguages; readonly longest: BothLanguages }>
> = {
  property: {
    sample: { en: 'Maple Court', es: 'Maple Court' },
    longest: { en: 'x'.repeat(LONGEST_VALUE), es: 'x'.repeat(LONGEST_VALUE) },
  },
  by: {
    sample: { en: 'Marcus (Harbor Plumbing)', es: 'Marcus (Harbor Plumbing)' },
    longest: { en: 'x'.repeat(LONGEST_VALUE), es: 'x'.repeat(LONGEST_VALUE) },
  },
  estimate: { sample: { en: '12:20 AM', es: '00:20' }, longest: { en: '12:20 AM', es: '00:20' } },
  next: { sample: { en: '12:45 AM', es: '00:45' }, longest: { en: '12:45 AM', es: '00:45' } },
  day: { sample: { en: 'Monday', es: 'lunes' }, longest: { en: 'Wednesday', es: 'miércoles' } },
};

export function isVariable(name: string): name is TemplateVariable {
  return Object.hasOwn(VARIABLES, name);
}

/** A template as a phone shows it, with samples or with the longest there can be. */
export function templateShown(
  template: string,
  language: Language,
  how: 'sample' | 'longest',
  propertyName: string | null = null,
): string {
  const values = Object.fromEntries(Object.entries(VARIABLES).map(([name, value]) => [name, value[how][language]]));
  const own = how === 'sample' && propertyName !== null ? { property: propertyName } : {};
  return templateWith(template, language, { ...values, ...own });
}

/** One line, so that a text looks the same on every phone. */
function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** "las 12:55", but "la 1:05": one o'clock is singular in Spanish. */
function withArticle(time: string): string {
  return /^0?1[:.\s]/.test(time) ? `la ${time}` : `las ${time}`;
}
