import type { Instant, Language } from '#shared/contract';

/** How times, spans and numbers are written. Pure; zones are IANA names, instants UTC ms. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

/** `23:42`, or `23:42:01` with seconds. */
export function timeOf(at: Instant, zone: string, withSeconds = false): string {
  const seconds = withSeconds ? ({ second: '2-digit' } as const) : {};
  return format('en', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...seconds }).format(at);
}

/** `Fri 20 Nov` / `vie 20 nov`. */
export function dayOf(at: Instant, zone: string, language: Language): string {
  const parts = format(language, zone, { weekday: 'short', day: 'numeric', month: 'short' }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value.replace('.', '') ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')}`;
}

/** `23:42` on the same day as `now`, else `Fri 20 Nov 23:42`: a time without its day must be of today. */
export function whenOf(at: Instant, now: Instant, zone: string, language: Language): string {
  const day = dayOf(at, zone, language);
  return day === dayOf(now, zone, language) ? timeOf(at, zone) : `${day} ${timeOf(at, zone)}`;
}

const NEAR_MS = 6 * 24 * 60 * 60_000;

/**
 * As short as it can be without saying a wrong day: `23:42` on the day of `now`, `Mon 10:00` within six days, else
 * `Mon 23 Nov 10:00`.
 */
export function shortWhenOf(at: Instant, now: Instant, zone: string, language: Language, withSeconds = false): string {
  const time = timeOf(at, zone, withSeconds);
  const day = dayOf(at, zone, language);
  if (day === dayOf(now, zone, language)) return time;
  return `${Math.abs(at - now) < NEAR_MS ? day.split(' ')[0] : day} ${time}`;
}

/**
 * The heading before each of a list of instants: its day, where that is not the day of the one before; before the first,
 * where that is not today. Null for none.
 */
export function dayHeads(
  instants: readonly Instant[],
  now: Instant,
  zone: string,
  language: Language,
): readonly (string | null)[] {
  const days = instants.map((at) => dayOf(at, zone, language));
  const today = dayOf(now, zone, language);
  return days.map((day, index) => (day === (index === 0 ? today : days[index - 1]) ? null : day));
}

/** Minutes and seconds up to an hour and a half (`7:21`, `89:59`), then hours and minutes (`2 h 05`), then days. */
export function spanOf(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  if (seconds < 90 * 60) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
  return `${Math.floor(minutes / 1440)} d`;
}

export type Urgency = 'calm' | 'soon' | 'late';
const SOON_MS = 2 * 60_000;

/** What is left until `dueAt`: counts down, and up with a plus once it is late. */
export function leftUntil(dueAt: Instant, now: Instant): { readonly digits: string; readonly urgency: Urgency } {
  // Whole seconds are cut off: 7:21 is shown as long as more than 7:20 are left.
  const left = Math.ceil((dueAt - now) / 1000) * 1000;
  if (left < 0) return { digits: `+${spanOf(left)}`, urgency: 'late' };
  return { digits: spanOf(left), urgency: left < SOON_MS ? 'soon' : 'calm' };
}

/** `+12025550142` as it is dialled: `+1 202 555 0142`. Numbers of other countries in groups of three. */
export function phoneOf(phone: string): string {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
  if (american) return `+1 ${american[1]} ${american[2]} ${american[3]}`;
  return phone.replace(/(\d{3})(?=\d{3})/g, '$1 ');
}

/** `Marcus Chen` as `M. Chen`; a single word (a company) stays. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1);
  // "Northgate dispatch" is no person.
  const isPerson = words.length === 2 && words.every((word) => /^\p{Lu}/u.test(word));
  return isPerson && last && words[0] ? `${words[0][0]}. ${last}` : name;
}

/** `Rosa Alvarez` as `RA`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return `${words[0]?.[0] ?? ''}${last}`.toUpperCase();
}
