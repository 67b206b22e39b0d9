import ICAL from 'ical.js';
import type { BothLanguages } from '#shared/contract';
import type { Component } from './components.ts';
import type { ContentLine } from './content-lines.ts';
import { reasons, unreadable } from './reasons.ts';
import type { Remarks } from './remarks.ts';

/** A property as it stands there: nothing in its value is interpreted. */
export type Property = {
  readonly name: string;
  readonly line: number;
  readonly value: string;
  /** In small letters what VALUE= says; empty where it does not. */
  readonly valueType: string;
  readonly parameters: Readonly<Record<string, string>>;
};

/** Why something could not be read; refusals are values. */
export type Trouble = { readonly trouble: BothLanguages; readonly line: number };

export function isTrouble(result: unknown): result is Trouble {
  return typeof result === 'object' && result !== null && 'trouble' in result;
}

/** What only says something about an event: it stands without it. */
const WORDS = new Set(['SUMMARY', 'DESCRIPTION', 'ORGANIZER', 'ATTENDEE']);
const MAX_HEAD = 4_000;
const NONE = {};
/** By far the most of all lines with a parameter; nothing in it is left to be found out. */
const ZONED = /^[A-Z-]+;TZID=([^";:,^]{1,60}):/;
const NAME = /^[A-Z][A-Z0-9-]*$/i;
/** Longer than any name there is. */
const MAX_NAME = 60;

// Only the tokenizer is used: a set of rules without any property leaves every value alone. The library's own reading of
// dates and rules is neither lenient nor bounded.
const AS_IT_STANDS = {
  name: 'nothing',
  value: Object.create(null),
  param: Object.create(null),
  property: Object.create(null),
  propertyGroups: false,
};

/** The properties of a part by their names in capitals, only those wanted. */
export function propertiesOf(
  { lines }: Component,
  wanted: ReadonlySet<string>,
  remarks: Remarks,
): ReadonlyMap<string, readonly Property[]> | Trouble {
  const properties = new Map<string, Property[]>();
  for (const line of lines) {
    const name = nameOf(line.text, wanted);
    if (name === null) remarks.note(line.line, reasons.notALine);
    if (name === null || !wanted.has(name)) continue;
    const property = tokenized(name, line);
    if (isTrouble(property)) {
      if (!WORDS.has(name)) return property;
      remarks.note(line.line, reasons.notALine);
      continue;
    }
    const others = properties.get(name);
    if (others === undefined) properties.set(name, [property]);
    else others.push(property);
  }
  return properties;
}

function nameOf(text: string, wanted: ReadonlySet<string>): string | null {
  let end = 0;
  while (end < MAX_NAME && end < text.length && text[end] !== ':' && text[end] !== ';') end += 1;
  const name = text.slice(0, end);
  if (end === text.length) return null;
  if (wanted.has(name)) return name;
  return NAME.test(name) ? name.toUpperCase() : null;
}

function tokenized(name: string, { line, text }: ContentLine): Property | Trouble {
  if (text[name.length] === ':')
    return { name, line, value: text.slice(name.length + 1), valueType: '', parameters: NONE };
  const zoned = ZONED.exec(text);
  if (zoned?.[1] !== undefined)
    return { name, line, value: text.slice(zoned[0].length), valueType: '', parameters: { tzid: zoned[1] } };
  // A quote that is never closed, or only behind the value, hides the colon: such lines are read without their quotes.
  const plain = hasShortHead(text) ? text : text.replaceAll('"', '');
  if (!hasShortHead(plain)) return unreadableLine(name, text, line);
  try {
    const [, parameters, type, value] = ICAL.parse.property(plain, AS_IT_STANDS);
    const valueType = type === 'unknown' ? '' : String(type);
    return { name, line, value: String(value), valueType, parameters };
  } catch {
    return unreadableLine(name, text, line); // the library says by throwing that it cannot
  }
}

function unreadableLine(name: string, text: string, line: number): Trouble {
  return { trouble: unreadable(name, text.slice(name.length + 1)), line };
}

/** The library looks for the colon again at each parameter, so thousands of them take it minutes. */
function hasShortHead(text: string): boolean {
  let isQuoted = false;
  for (let index = 0; index < Math.min(text.length, MAX_HEAD); index += 1) {
    if (text[index] === '"') isQuoted = !isQuoted;
    if (text[index] === ':' && !isQuoted) return true;
  }
  return false;
}

/** A text as people read it. */
export function plainText(value: string): string {
  return value.includes('\\')
    ? value.replaceAll(/\\(n|[^n])/gi, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
    : value;
}

/** The address somebody is reached by, in small letters; null where the property names none. */
export function emailOf({ value, parameters }: Property): string | null {
  const address = (parameters.email ?? value).replace(/^mailto:/i, '').trim();
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address.toLowerCase() : null;
}
