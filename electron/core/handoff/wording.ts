import type { Instant, Language } from '#shared/contract';

type Formatters = Readonly<Record<'date' | 'fullDay' | 'abbreviation', Intl.DateTimeFormat>>;

// Making an Intl formatter costs a hundred times a use of it, and a night has a few zones at most.
const formatters = new Map<string, Formatters>();

function formattersOf(zone: string, language: Language): Formatters {
  const key = `${language} ${zone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const locale = language === 'es' ? 'es-US' : 'en-US';
  const made: Formatters = {
    fullDay: new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full' }),
    date: new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    // Spanish-speaking desks in the United States write CST and EDT too; only the English data has them.
    abbreviation: new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }),
  };
  formatters.set(key, made);
  return made;
}

type WallMoment = Readonly<Record<'month' | 'day' | 'hour' | 'minute', string>>;

function wallMoment(at: Instant, zone: string, language: Language): WallMoment {
  const moment = { month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of formattersOf(zone, language).date.formatToParts(at)) {
    if (type in moment) moment[type as keyof typeof moment] = value; // `in` has just said so
  }
  return moment;
}

function abbreviationOf(at: Instant, zone: string, language: Language): string {
  const parts = formattersOf(zone, language).abbreviation.formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** `23:42 CST`: the wall clock of the zone with its abbreviation at that instant. Throws RangeError on an unknown zone. */
export function wordClock(at: Instant, zone: string, language: Language): string {
  const { hour, minute } = wallMoment(at, zone, language);
  return `${hour}:${minute} ${abbreviationOf(at, zone, language)}`;
}

/** `Nov 20, 23:42 CST` or `20 nov, 23:42 CST`. */
export function wordDayClock(at: Instant, zone: string, language: Language): string {
  const { month, day, hour, minute } = wallMoment(at, zone, language);
  const date = language === 'es' ? `${day} ${month}` : `${month} ${day}`;
  return `${date}, ${hour}:${minute} ${abbreviationOf(at, zone, language)}`;
}

/** `Friday, November 20, 2026` or `viernes, 20 de noviembre de 2026`. */
export function wordLongDay(at: Instant, zone: string, language: Language): string {
  return formattersOf(zone, language).fullDay.format(at);
}

/** A length of time in the two units that matter: `42 s`, `4 min 12 s`, `1 h 05 min`. The sign is dropped. */
export function wordLength(lengthMs: number): string {
  const seconds = Math.round(Math.abs(lengthMs) / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** `Marcus Bell (Harbor Plumbing)`. */
export function withCompany(person: { readonly name: string; readonly company: string }): string {
  return person.company === '' ? person.name : `${person.name} (${person.company})`;
}
