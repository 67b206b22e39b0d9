import type { Instant, Rotation } from '#shared/contract';
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
/** Day 0, 1 January 1970, was a Thursday. */
const weekdayOf = (date: string) => ((dayOf(date) + 3) % 7) + 1;

type HandOver = {
  readonly turn: Rotation['turn'];
  readonly handOffWeekday: number;
  readonly handOffTime: string;
  readonly zone: string;
};

/**
 * `YYYY-MM-DD` of the hand-over with which a new rotation begins, so that whoever is picked first has the first turn: the
 * coming one where somebody is on until then, else the one that has passed last, for nobody should wait for it.
 */
export function firstHandOver(rotation: HandOver, now: Instant, isHeld: boolean): string {
  const { turn, handOffWeekday, handOffTime, zone } = rotation;
  const isHandOver = (date: string) => turn.unit === 'day' || weekdayOf(date) === handOffWeekday;
  const at = (date: string) => instantOfWallTime(zone, dayOf(date), handOffTime);
  // Eight, because today's may be still to come, or behind.
  const dates = Array.from({ length: 8 }, (_, days) => dateOfInstant(now + (isHeld ? days : -days) * DAY_MS, zone));
  const isMeant = (date: string) => isHandOver(date) && (isHeld ? at(date) > now : at(date) <= now);
  return dates.find(isMeant) ?? dateOfInstant(now, zone);
}
