import { Temporal } from 'temporal-polyfill';
import type { Instant, WallTime } from '#shared/contract';

/**
 * Wall clock and instants of a named zone.
 *
 * Temporal knows the zones; it takes about 0.1 ms per conversion, and a schedule of 50 rotations needs hundreds. So each
 * zone's offsets are asked for once and the rest is arithmetic. The tables are facts about a zone, so keeping them
 * changes no result.
 */

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Days since 1970-01-01 of a plain date, zone-free. */
export type DayNumber = number;

/** From `startsAt` on the zone's wall clock is UTC plus `offsetMs`. */
type Offset = { readonly startsAt: Instant; readonly offsetMs: number };

const BUCKET_MS = 400 * DAY_MS;
const tables = new Map<string, Map<number, readonly Offset[]>>();

function readOffsets(zone: string, bucket: number): readonly Offset[] {
  const startsAt = bucket * BUCKET_MS;
  const endsAt = startsAt + BUCKET_MS;
  let moment: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(zone);
  const offsets: Offset[] = [{ startsAt, offsetMs: moment.offsetNanoseconds / 1e6 }];
  for (;;) {
    moment = moment.getTimeZoneTransition('next');
    if (moment === null || moment.epochMilliseconds >= endsAt) return offsets;
    offsets.push({ startsAt: moment.epochMilliseconds, offsetMs: moment.offsetNanoseconds / 1e6 });
  }
}

function offsetsOf(zone: string, bucket: number): readonly Offset[] {
  let buckets = tables.get(zone);
  if (buckets === undefined) {
    buckets = new Map();
    tables.set(zone, buckets);
  }
  const known = buckets.get(bucket);
  if (known !== undefined) return known;
  const offsets = readOffsets(zone, bucket);
  buckets.set(bucket, offsets);
  return offsets;
}

/** The one offset of a stretch; null where clocks change in it. Nearly always there is one, and then nothing is searched. */
function steadyOffset(zone: string, from: Instant, to: Instant): number | null {
  const bucket = Math.floor(from / BUCKET_MS);
  if (to >= (bucket + 1) * BUCKET_MS) return null;
  let offsetMs: number | null = null;
  for (const offset of offsetsOf(zone, bucket)) {
    if (offset.startsAt > to) break;
    offsetMs = offset.startsAt <= from ? offset.offsetMs : null;
  }
  return offsetMs;
}

function offsetsBetween(zone: string, from: Instant, to: Instant): readonly Offset[] {
  const first = Math.floor(from / BUCKET_MS);
  const last = Math.floor(to / BUCKET_MS);
  return first === last ? offsetsOf(zone, first) : [...offsetsOf(zone, first), ...offsetsOf(zone, last)];
}

/** How far the zone's wall clock is ahead of UTC at `at`, in ms. Throws RangeError for a zone that does not exist. */
export function offsetAt(zone: string, at: Instant): number {
  let offsetMs = 0;
  for (const offset of offsetsOf(zone, Math.floor(at / BUCKET_MS))) {
    if (offset.startsAt > at) break;
    offsetMs = offset.offsetMs;
  }
  return offsetMs;
}

/**
 * The instant at which the zone's clocks show `time` on `day`.
 *
 * A time that is skipped in spring gives the first valid instant after it; of a time that comes twice in autumn
 * `occurrence` chooses. Throws RangeError for a zone that does not exist.
 */
export function instantOfWallTime(
  zone: string,
  day: DayNumber,
  time: WallTime,
  occurrence: 'first' | 'last' = 'first',
): Instant {
  return instantOfMinutes(zone, day, minutesOf(time), occurrence);
}

/** The same for a time that has been read already, in minutes after midnight. */
export function instantOfMinutes(
  zone: string,
  day: DayNumber,
  minutes: number,
  occurrence: 'first' | 'last' = 'first',
): Instant {
  const wallMs = day * DAY_MS + minutes * MINUTE_MS;
  // No zone is as much as a day from UTC, so the answer lies within a day of the wall clock read as UTC.
  const [earliest, latest] = [wallMs - DAY_MS, wallMs + DAY_MS];
  const steadyMs = steadyOffset(zone, earliest, latest);
  if (steadyMs !== null) return wallMs - steadyMs;
  const offsets = offsetsBetween(zone, earliest, latest);
  let found: Instant | null = null;
  let skippedAt: Instant | null = null;
  for (const [index, { startsAt, offsetMs }] of offsets.entries()) {
    const at = wallMs - offsetMs;
    const next = offsets[index + 1];
    const previous = offsets[index - 1];
    if (previous !== undefined && startsAt + previous.offsetMs <= wallMs && wallMs < startsAt + offsetMs) {
      skippedAt = startsAt;
    }
    const isShown = (previous === undefined || at >= startsAt) && (next === undefined || at < next.startsAt);
    if (isShown && (found === null || occurrence === 'last')) found = at;
  }
  const instant = found ?? skippedAt;
  if (instant === null) throw new Error(`no instant for minute ${minutes} of day ${day} in ${zone}`);
  return instant;
}

/** The plain date the zone's calendars show at `at`. */
export function dayAt(zone: string, at: Instant): DayNumber {
  return Math.floor((at + offsetAt(zone, at)) / DAY_MS);
}

/** `YYYY-MM-DD` as a day number. */
export function dayOf(date: string): DayNumber {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/** A day number as `YYYY-MM-DD`. */
export function dateOf(day: DayNumber): string {
  return Temporal.Instant.fromEpochMilliseconds(day * DAY_MS)
    .toString()
    .slice(0, 10);
}

/** 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `HH:MM` as minutes after midnight. */
export function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
