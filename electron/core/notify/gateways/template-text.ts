import type { OutMessage } from '../driver.ts';

/** Texts with variables in braces, filled in so that a value stays one value wherever it stands. */

export const TEMPLATE_VARIABLES = ['to', 'digits', 'text', 'key', 'from', 'secret'] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];
export type TemplateValues = Readonly<Record<TemplateVariable, string>>;

/** Where a template stands, which says how a value is written there. */
export type TemplatePlace = 'address' | 'header' | 'form' | 'json';

/** A name in braces. Braces around anything else are text: JSON is full of them. */
const VARIABLE = /\{([A-Za-z][A-Za-z0-9_]*)\}/g;

const isVariable = (name: string): name is TemplateVariable => TEMPLATE_VARIABLES.some((each) => each === name);

/** Names in braces that stand for nothing. */
export const unknownVariables = (template: string): readonly string[] =>
  [...template.matchAll(VARIABLE)].map(([, name = '']) => name).filter((name) => !isVariable(name));

const WRITTEN: Readonly<Record<TemplatePlace, (value: string) => string>> = {
  address: encodeURIComponent,
  form: encodeURIComponent,
  // As JSON writes it between quotation marks.
  json: (value) => JSON.stringify(value).slice(1, -1),
  // Anything but plain characters would end the line, or not pass at all.
  header: (value) => value.replace(/[^\x20-\x7e]/gu, (each) => encodeURIComponent(each)),
};

/** The template with its variables filled in. One pass: what a value looks like does not matter. */
export function fillIn(template: string, values: TemplateValues, place: TemplatePlace): string {
  return template.replace(VARIABLE, (whole, name: string) =>
    isVariable(name) ? WRITTEN[place](wellFormed(values[name])) : whole,
  );
}

/** Half an emoji, which no encoding knows, becomes the sign for it. */
const wellFormed = (text: string): string => text.toWellFormed();

export function templateValues(
  { to, text, key }: OutMessage,
  { from, secret }: { readonly from: string; readonly secret: string },
): TemplateValues {
  return { to, digits: to.replace(/^\+/, ''), text, key, from, secret };
}

/** Values that show whether a template holds together: with every character that could break it. */
export const TRIAL_VALUES: TemplateValues = {
  to: '+12025550142',
  digits: '12025550142',
  text: 'a "b" \\ {c}\n& 💧',
  key: 'k',
  from: 'Desk',
  secret: 's',
};

/** Lines `Name: value`, or with ` | ` between them; null where one is something else. */
export function headerLines(template: string): readonly (readonly [string, string])[] | null {
  const lines = template.split(/\n| \| /).filter((line) => line.trim() !== '');
  const headers = lines.map((line) => /^([A-Za-z0-9-]{1,60}):[ \t]*([\x20-\x7e]{1,2000}?)\s*$/.exec(line));
  if (headers.includes(null)) return null;
  return headers.map((found) => [(found?.[1] ?? '').toLowerCase(), found?.[2] ?? '']);
}
