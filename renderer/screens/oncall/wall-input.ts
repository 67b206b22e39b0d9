import type { Instant } from '#shared/contract';
import { dayOf, formatInZone, instantOfWallTime } from '#shared/oncall';

/** Between instants and what a date-and-time field holds (`2026-11-20T23:50`), by the wall clock of a zone. */

export function fieldOf(at: Instant, zone: string): string {
  return formatInZone(at, zone, 'en', 'dateTime').replace(' ', 'T');
}

const FIELD = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)/;

/** The instant a field names; null while it is not filled. Of a time that comes twice in autumn the first is meant. */
export function instantOfField(text: string, zone: string): Instant | null {
  const found = FIELD.exec(text);
  if (!found?.[1]) return null;
  return instantOfWallTime(zone, dayOf(found[1]), `${found[2]}:${found[3]}`);
}

/** The abbreviation of a zone at a moment, e.g. `EST`. */
export function zoneNameOf(at: Instant, zone: string): string {
  return formatInZone(at, zone, 'en', 'dateTimeZone').split(' ').at(-1) ?? zone;
}

/** The abbreviations of a zone in a window: `EST`, or `EDT/EST` where the clocks change in it. */
export function zoneNamesOf(from: Instant, to: Instant, zone: string): string {
  return [...new Set([zoneNameOf(from, zone), zoneNameOf(to, zone)])].join('/');
}

/** `YYYY-MM-DD` of a moment in a zone. */
export function dateOfInstant(at: Instant, zone: string): string {
  return formatInZone(at, zone, 'en', 'dateTime').slice(0, 10);
}

const DAY_MS = 24 * 60 * 60_000;

/** `YYYY-MM-DD` of the hand-over that has passed last: a rotation that begins then has somebody on call already. */
export function lastHandOver(
  rotation: { readonly handOffWeekday: number; readonly handOffTime: string; readonly zone: string },
  now: Instant,
): string {
  const { handOffWeekday, handOffTime, zone } = rotation;
  // Eight, because today's may be still to come.
  const dates = Array.from({ length: 8 }, (_, back) => dateOfInstant(now - back * DAY_MS, zone));
  // Day 0, 1 January 1970, was a Thursday.
  const isHandOver = (date: string) =>
    ((dayOf(date) + 3) % 7) + 1 === handOffWeekday && instantOfWallTime(zone, dayOf(date), handOffTime) <= now;
  return dates.find(isHandOver) ?? dateOfInstant(now, zone);
}
