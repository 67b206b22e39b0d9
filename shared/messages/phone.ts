import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { BothLanguages, Phone } from '#shared/contract';

export type PhoneResult =
  | { readonly ok: true; readonly phone: Phone }
  | { readonly ok: false; readonly reason: BothLanguages };

const MISSING = { en: 'There is no telephone number.', es: 'Falta el número de teléfono.' } as const;
const EXTENSION = {
  en: 'A number with an extension cannot get texts; give a direct number.',
  es: 'Un número con extensión no puede recibir mensajes; indique un número directo.',
} as const;
const INVALID = {
  en: 'This is not a telephone number that can be called; write it with its area code.',
  es: 'Este no es un número al que se pueda llamar; escríbalo con su código de área.',
} as const;

/**
 * A number as people type it, in E.164. Without `+` it is read as a number of `defaultCountry`.
 * Refuses short codes (911), numbers without area code and extensions, since none of them can be texted.
 */
export function normalisePhone(raw: string, defaultCountry: CountryCode = 'US'): PhoneResult {
  if (raw.trim() === '') return { ok: false, reason: MISSING };
  const parsed = parsePhoneNumberFromString(raw.replace(/^\s*tel:/i, ''), { defaultCountry, extract: false });
  if (!parsed?.isValid()) return { ok: false, reason: INVALID };
  if (parsed.ext !== undefined) return { ok: false, reason: EXTENSION };
  return { ok: true, phone: parsed.number };
}

/** How people read it: `(202) 555-0142` for North American numbers, `+52 55 1234 5678` for others. */
export function displayPhone(phone: Phone): string {
  const parsed = parsePhoneNumberFromString(phone);
  if (parsed === undefined) return phone;
  return parsed.countryCallingCode === '1' ? parsed.formatNational() : parsed.formatInternational();
}
