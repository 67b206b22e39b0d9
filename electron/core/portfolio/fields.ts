import { type CountryCode, isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import {
  type BothLanguages,
  type Coordinates,
  type Language,
  type Phone,
  type ResponderRole,
  TRADES,
  type Trade,
  type WallTime,
  WeatherZone,
} from '#shared/contract';
import { parseCoordinates } from '#shared/weather';
import { foldText, nearestName } from './natural-key.ts';
import { reasons } from './reasons.ts';

/** One cell to one value. Cells come trimmed and are never empty here: an empty cell says nothing and is not parsed. */

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warning?: BothLanguages }
  | { readonly ok: false; readonly reason: BothLanguages };

/** What people write into a cell they have nothing for. */
export function isBlank(cell: string): boolean {
  return /^(?:|-+|—|n\/a|none|ninguno|ninguna)$/i.test(cell);
}

/**
 * A telephone number to E.164. A cell may hold several with labels (`Mobile: …, Home: …`): the mobile wins, because
 * a text must reach it, then the first that can be a number. `country` is the ISO code of numbers written without one.
 */
export function parsePhone(cell: string, country: string): Parsed<Phone> {
  const code = country.toUpperCase();
  const home: CountryCode | undefined = isSupportedCountry(code) ? code : undefined;
  const parts = cell.split(/[,;\n/]+/).map((part) => part.trim());
  const mobileFirst = [...parts.filter((part) => MOBILE.test(part)), ...parts];
  const found = [...mobileFirst, cell].map((part) => parseOneNumber(part, home)).find((number) => number !== null);
  if (!found) return { ok: false, reason: reasons.badPhone(cell) };
  const value = found.number;
  if (found.ext !== undefined) return { ok: true, value, warning: reasons.phoneExtension };
  // The library's list of assigned ranges ages; a new area code must not keep anybody out, so this only warns.
  return found.isValid() ? { ok: true, value } : { ok: true, value, warning: reasons.unassignedPhone };
}

const MOBILE = /\b(?:mobile|cell|movil|móvil|celular)\b/i;
/** Area code and exchange of a North American number never begin with 0 or 1, whatever has been assigned since. */
const NORTH_AMERICAN = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

function parseOneNumber(text: string, home: CountryCode | undefined): PhoneNumber | null {
  const bare = text.replace(/^[\p{L}\s.]+:/u, '').replace(/\((?:mobile|cell|home|work|office)\)/i, '');
  // "6.17555E+09": the spreadsheet has thrown digits away. What is left may look like a number and is another one.
  if (/\dE\+?\d/i.test(bare)) return null;
  const number = parsePhoneNumberFromString(bare, home);
  if (!number?.isPossible()) return null;
  return number.countryCallingCode === '1' && !NORTH_AMERICAN.test(number.number) ? null : number;
}

const ZONE_WORDS: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  este: 'America/New_York',
  central: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  ct: 'America/Chicago',
  centro: 'America/Chicago',
  mountain: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mt: 'America/Denver',
  montana: 'America/Denver',
  arizona: 'America/Phoenix',
  pacific: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  pacifico: 'America/Los_Angeles',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
};

/** An IANA zone in its usual spelling; the American words for zones are taken too. Bare offsets are not: they have no DST. */
export function parseZone(cell: string): Parsed<string> {
  const word = foldText(cell).replace(/ ?(?:standard |daylight )?time(?: \(.*\))?$|^hora (?:del )?/g, '');
  const known = ZONE_WORDS[word];
  if (known !== undefined) return { ok: true, value: known };
  try {
    if (!/^[A-Za-z]/.test(cell)) return { ok: false, reason: reasons.badZone(cell) };
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: cell.replace(/ /g, '_') }).resolvedOptions();
    return { ok: true, value: timeZone };
  } catch {
    // Intl has no question "is this a zone?"; it throws a RangeError at one it does not know.
    return { ok: false, reason: reasons.badZone(cell) };
  }
}

/** `41.8781, -87.6298`, and how else people copy it from a map. */
export function parsePlace(cell: string): Parsed<Coordinates> {
  const value = parseCoordinates(cell);
  return value ? { ok: true, value } : { ok: false, reason: reasons.badCoordinates(cell) };
}

/** `ILZ104`. */
export function parseWeatherZone(cell: string): Parsed<string> {
  const parsed = WeatherZone.safeParse(cell.toUpperCase());
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: reasons.badWeatherZone(cell) };
}

/** `17:00`, `5 PM`, `5:00 p. m.`, `17h30`, and `17:00:00` as spreadsheets print it, to `HH:MM`. */
export function parseWallTime(cell: string): Parsed<WallTime> {
  const match = /^(\d{1,2})(?:[:.h](\d{2})?)?(?::00)?\s*(?:([ap])\.?\s*m\.?)?$/i.exec(cell);
  const half = match?.[3]?.toLowerCase();
  const hours = Number(match?.[1] ?? Number.NaN);
  const minutes = Number(match?.[2] ?? 0);
  const isTwelveHour = half !== undefined;
  const isValid = isTwelveHour ? hours >= 1 && hours <= 12 : hours <= 23;
  if (!match || !isValid || minutes > 59) return { ok: false, reason: reasons.badTime(cell) };
  const hour = isTwelveHour ? (hours % 12) + (half === 'p' ? 12 : 0) : hours;
  return { ok: true, value: `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` };
}

const LANGUAGE_WORDS: Readonly<Record<string, Language>> = {
  en: 'en',
  eng: 'en',
  english: 'en',
  ingles: 'en',
  'en-us': 'en',
  es: 'es',
  esp: 'es',
  spa: 'es',
  sp: 'es',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
  'es-us': 'es',
  'es-mx': 'es',
};

export function parseLanguage(cell: string): Parsed<Language> {
  const value = LANGUAGE_WORDS[foldText(cell)];
  return value ? { ok: true, value } : { ok: false, reason: reasons.badLanguage(cell) };
}

const TRADE_WORDS: Readonly<Record<Trade, readonly string[]>> = {
  plumbing: ['plumber', 'plumbers', 'plomeria', 'plomero', 'fontaneria', 'fontanero', 'sewer', 'drains'],
  hvac: [
    'heating',
    'cooling',
    'heating & cooling',
    'heat',
    'ac',
    'a/c',
    'air conditioning',
    'mechanical',
    'calefaccion',
    'climatizacion',
    'aire acondicionado',
  ],
  electrical: ['electric', 'electrician', 'electricidad', 'electricista'],
  locksmith: ['locks', 'lock', 'locksmiths', 'cerrajeria', 'cerrajero'],
  security: ['guard', 'patrol', 'seguridad', 'vigilancia'],
  elevator: ['elevators', 'lift', 'ascensor', 'ascensores', 'elevador'],
  appliance: ['appliances', 'appliance repair', 'electrodomesticos'],
  general: ['handyman', 'maintenance', 'general maintenance', 'mantenimiento', 'restoration'],
};
/** Every word for a trade, folded. */
export const TRADE_OF_WORD: ReadonlyMap<string, Trade> = new Map(
  TRADES.flatMap((trade) => [trade, ...TRADE_WORDS[trade]].map((word) => [word, trade] as const)),
);

/** A list of trades in any order and writing, to the product's own order, each once. */
export function parseTrades(cell: string): Parsed<readonly Trade[]> {
  const found = new Set<Trade>();
  const whole = TRADE_OF_WORD.get(foldText(cell));
  for (const part of whole ? [whole] : cell.split(/[,;|+\n]|\/(?!c\b)|\s&\s|\sand\s|\sy\s/i)) {
    const word = foldText(part);
    if (word === '') continue;
    const trade = TRADE_OF_WORD.get(word);
    if (!trade) return { ok: false, reason: reasons.badTrade(part.trim(), nearestName(word, TRADES)) };
    found.add(trade);
  }
  return { ok: true, value: TRADES.filter((trade) => found.has(trade)) };
}

const ROLE_WORDS: Readonly<Record<ResponderRole, readonly string[]>> = {
  technician: ['tech', 'maintenance technician', 'maintenance tech', 'tecnico', 'tecnica'],
  coordinator: ['maintenance coordinator', 'coordinador', 'coordinadora', 'coordinador de mantenimiento'],
  manager: ['property manager', 'gerente', 'administrador', 'administradora'],
  owner: ['principal', 'dueno', 'duena', 'propietario', 'propietaria'],
  vendor: ['contractor', 'subcontractor', 'proveedor', 'contratista'],
};
const ROLE_OF_WORD: ReadonlyMap<string, ResponderRole> = new Map(
  Object.entries(ROLE_WORDS).flatMap(([role, words]) =>
    // Object.entries forgets the key type; ROLE_WORDS has exactly the roles as keys.
    [role, ...words].map((word) => [word, role as ResponderRole] as const),
  ),
);

export function parseRole(cell: string): Parsed<ResponderRole> {
  const value = ROLE_OF_WORD.get(foldText(cell));
  return value ? { ok: true, value } : { ok: false, reason: reasons.badRole(cell) };
}

export function parseYesNo(cell: string): Parsed<boolean> {
  const word = foldText(cell);
  if (/^(?:yes|y|true|1|x|si|s|on|verdadero)$/.test(word)) return { ok: true, value: true };
  if (/^(?:no|n|false|0|off|falso)$/.test(word)) return { ok: true, value: false };
  return { ok: false, reason: reasons.badYesNo(cell) };
}
