import { assertNever, type Instant, type Language } from '#shared/contract';
import { DAY_MS, dateOf, offsetAt } from './wall-clock.ts';

/**
 * `time` 23:50, `dateTime` 2026-11-20 23:50, `dateTimeZone` 2026-11-20 23:50 EST: console and documents, alike in both
 * languages. `resident` is the time as people say it: 11:50 PM in English, 23:50 in Spanish.
 */
export type ZonedStyle = 'time' | 'dateTime' | 'dateTimeZone' | 'resident';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Intl's own format, made once: making one takes longer than all else that is done to word a text. */
function formatOf(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options]);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

/** `Friday` / `viernes`, by the calendar of `zone`; `long` with month and day. */
export function dayInWords(at: Instant, zone: string, language: Language, length: 'weekday' | 'long'): string {
  const date = length === 'long' ? ({ month: 'long', day: 'numeric' } as const) : {};
  return formatOf(language, zone, { weekday: 'long', ...date }).format(at);
}

/**
 * An instant (UTC ms) as text by the wall clock of `zone`, rounded down to the minute.
 *
 * The digits are our own arithmetic, so that a document made twice is the same twice on any platform; only the zone's
 * abbreviation comes from Intl. Throws RangeError for a zone that does not exist.
 */
export function formatInZone(instant: Instant, zone: string, language: Language, style: ZonedStyle): string {
  const wallMs = instant + offsetAt(zone, instant);
  const day = Math.floor(wallMs / DAY_MS);
  const minutes = Math.floor((wallMs - day * DAY_MS) / 60_000);
  const hour = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, '0');
  const time = `${String(hour).padStart(2, '0')}:${minute}`;
  switch (style) {
    case 'time':
      return time;
    case 'dateTime':
      return `${dateOf(day)} ${time}`;
    case 'dateTimeZone':
      return `${dateOf(day)} ${time} ${zoneNameAt(zone, instant)}`;
    case 'resident':
      return language === 'es' ? time : `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
    default:
      return assertNever(style, 'style');
  }
}

function zoneNameAt(zone: string, instant: Instant): string {
  // Abbreviations are names, not words: EST stays EST in a Spanish document, where it is what people there read.
  const parts = formatOf('en-US', zone, { timeZoneName: 'short' }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
