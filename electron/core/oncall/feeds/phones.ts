import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Longer texts are not about who is on. */
const MAX_CHARS = 4_000;
const MOST_NUMBERS = 20;
/** As it is written in North America, and with a country. No part of it can be read in two ways, so that it costs little. */
const NUMBERS =
  /(?<![\d+])(?:1[\s.-]{0,2})?\(?[2-9]\d{2}\)?[\s./-]{0,3}\d{3}[\s.-]{0,2}\d{4}(?!\d)|\+\d(?:[\s().-]{0,2}\d){6,14}(?!\d)/g;

/** Telephone numbers in a text, in E.164; without a country they are North American, as everywhere in the product. */
export function phonesIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const { 0: written } of text.slice(0, MAX_CHARS).matchAll(NUMBERS)) {
    const number = parsePhoneNumberFromString(written, 'US');
    if (number?.isValid()) found.add(number.number);
    if (found.size >= MOST_NUMBERS) break;
  }
  return [...found];
}
