import type { Instant } from '#shared/contract';
import { dayAt, formatInZone, instantOfWallTime } from '#shared/oncall';

/** When somebody is told. Pure; by the wall clock of the company's zone. */

const HOUR_MS = 60 * 60_000;
/** Nobody is woken for what can be said in daylight. */
const QUIET_FROM = '22:00';
const QUIET_TO = '07:00';
/** What would fall into the quiet hours is said the evening before. */
const EVENING = '18:00';
/**
 * A change of the plan settles before anybody hears of it: what is undone in the same breath is told to nobody. Who is to
 * come hears of it soon; who need not come, once a calendar that was empty for a minute would be full again.
 */
const SETTLE_MS = { has: 20_000, hasNoMore: 3 * 60_000 } as const;

/** When a reminder of a shift that begins at `startsAt` is due. */
export function reminderDueAt(startsAt: Instant, hoursBefore: number, zone: string): Instant {
  const at = startsAt - hoursBefore * HOUR_MS;
  const time = formatInZone(at, zone, 'en', 'time');
  if (time >= QUIET_FROM) return instantOfWallTime(zone, dayAt(zone, at), EVENING);
  if (time < QUIET_TO) return instantOfWallTime(zone, dayAt(zone, at) - 1, EVENING);
  return at;
}

/**
 * When somebody hears of a change that was seen at `seenAt` and concerns them from `startsAt` on: at once, even at night
 * where it concerns this night; otherwise in the morning.
 */
export function changeDueAt(
  seenAt: Instant,
  startsAt: Instant,
  zone: string,
  what: keyof typeof SETTLE_MS = 'has',
): Instant {
  const at = seenAt + SETTLE_MS[what];
  const time = formatInZone(at, zone, 'en', 'time');
  if (time < QUIET_FROM && time >= QUIET_TO) return at;
  const morning = instantOfWallTime(zone, dayAt(zone, at) + (time >= QUIET_FROM ? 1 : 0), QUIET_TO);
  return startsAt >= morning + HOUR_MS ? morning : at;
}
