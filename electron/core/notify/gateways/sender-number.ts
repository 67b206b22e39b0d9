import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { Phone } from '#shared/contract';

/**
 * The number a network names as sender, in E.164; null for what is no telephone number (short codes, names).
 *
 * Networks leave out the plus, write `00`, or hand over the national form. A number valid in the company's own country is
 * read so first: a ten-digit US number must not become a foreign one for want of a plus.
 */
export function senderNumber(given: string, country: CountryCode): Phone | null {
  const compact = given.replace(/[\s().-]/g, '');
  if (!/^\+?\d{6,20}$/.test(compact)) return null;
  const international = compact.startsWith('00') ? `+${compact.slice(2)}` : compact;
  if (!international.startsWith('+')) {
    const national = parsePhoneNumberFromString(international, country);
    if (national?.isValid() === true) return national.number;
  }
  const digits = international.startsWith('+') ? international : `+${international}`;
  // Not checked against the numbering plan: new ranges appear sooner than our copy of the plan, and a reply must not be lost.
  const isLongEnough = international.startsWith('+') || compact.length >= 10;
  return isLongEnough && Phone.safeParse(digits).success ? digits : null;
}
