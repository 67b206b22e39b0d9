import { findPhoneNumbersInText } from 'libphonenumber-js';

/** Telephone numbers in a text, in E.164; without a country they are North American, as everywhere in the product. */
export function phonesIn(text: string): readonly string[] {
  // Looking for numbers is dear, and most texts have none.
  if (!/\d(?:\D{0,3}\d){6}/.test(text)) return [];
  return findPhoneNumbersInText(text, 'US').map(({ number }) => number.number);
}
