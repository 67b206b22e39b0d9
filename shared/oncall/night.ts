import type { Instant, Stretch, WallTime } from '#shared/contract';
import { type DayNumber, dateOf, dayAt, instantOfWallTime, minutesOf, weekdayOf } from './wall-clock.ts';

/** The night of a property that says nothing else. */
export const DEFAULT_NIGHT = { nightStart: '17:00', nightEnd: '08:00' } as const;

/** Longer than any run of holidays and weekends. */
const SEARCH_DAYS = 31;

/**
 * The night that contains `at`, or else the next one, in one piece: from Friday's close to Monday's opening is one night.
 *
 * Nights run from `nightStart` to `nightEnd` by the wall clock of `zone`; Saturdays, Sundays and `holidays` (plain dates
 * `YYYY-MM-DD`) are night all day. Where DST repeats a time the night begins at its first and ends at its last
 * occurrence. Equal times mean that it is always night: then a night is the day from that time to the same time next
 * day. Throws RangeError for a zone that does not exist.
 */
export function nightOf(
  zone: string,
  nightStart: WallTime,
  nightEnd: WallTime,
  at: Instant,
  holidays: readonly string[] = [],
): Stretch {
  const today = dayAt(zone, at);
  const reach = nightStart === nightEnd ? 1 : SEARCH_DAYS;
  const nights = nightsAmong(zone, nightStart, nightEnd, today - reach, today + reach, holidays);
  const night = nights.find(({ endsAt }) => endsAt > at);
  // The last of them ends days after `at`.
  if (night === undefined) throw new Error(`no night about ${at} in ${zone}`);
  return night;
}

/** The nights that touch `[from, to)`, each whole and as {@link nightOf} has it, in order. */
export function nightsBetween(
  zone: string,
  nightStart: WallTime,
  nightEnd: WallTime,
  from: Instant,
  to: Instant,
  holidays: readonly string[] = [],
): readonly Stretch[] {
  const firstDay = dayAt(zone, from) - SEARCH_DAYS;
  const lastDay = dayAt(zone, to) + SEARCH_DAYS;
  return nightsAmong(zone, nightStart, nightEnd, firstDay, lastDay, holidays).filter(
    ({ startsAt, endsAt }) => startsAt < to && endsAt > from,
  );
}

/** The nights of so many days; where the first and the last of them would really begin and end is not looked for. */
function nightsAmong(
  zone: string,
  nightStart: WallTime,
  nightEnd: WallTime,
  firstDay: DayNumber,
  lastDay: DayNumber,
  holidays: readonly string[],
): readonly Stretch[] {
  const nights: Stretch[] = [];
  let startsAt = instantOfWallTime(zone, firstDay, nightStart);
  const closeAt = (endsAt: Instant): void => {
    // Hours that go on past midnight belong together: no night lies between them.
    if (endsAt > startsAt) nights.push({ startsAt, endsAt });
  };
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (nightStart === nightEnd) {
      closeAt(instantOfWallTime(zone, day, nightStart));
      startsAt = instantOfWallTime(zone, day, nightStart);
    } else if (isBusinessDay(day, holidays)) {
      for (const hours of openHours(zone, day, nightStart, nightEnd)) {
        closeAt(hours.startsAt);
        startsAt = Math.max(startsAt, hours.endsAt);
      }
    }
  }
  closeAt(instantOfWallTime(zone, lastDay, nightEnd, nightStart === nightEnd ? 'first' : 'last'));
  return nights;
}

function openHours(zone: string, day: DayNumber, nightStart: WallTime, nightEnd: WallTime): readonly Stretch[] {
  const opensAt = instantOfWallTime(zone, day, nightEnd, 'last');
  const closesAt = instantOfWallTime(zone, day, nightStart);
  const stretches =
    minutesOf(nightEnd) < minutesOf(nightStart)
      ? [{ startsAt: opensAt, endsAt: closesAt }]
      : [
          { startsAt: instantOfWallTime(zone, day, '00:00'), endsAt: closesAt },
          { startsAt: opensAt, endsAt: instantOfWallTime(zone, day + 1, '00:00') },
        ];
  return stretches.filter((stretch) => stretch.startsAt < stretch.endsAt);
}

function isBusinessDay(day: DayNumber, holidays: readonly string[]): boolean {
  return weekdayOf(day) <= 5 && !holidays.includes(dateOf(day));
}

/**
 * The first `hour` o'clock (0 to 23, wall clock of `zone`) after `at` that falls on a business day: Monday to Friday and
 * none of `holidays` (plain dates `YYYY-MM-DD`). Before that hour of a business day it is the same day's.
 */
export function nextBusinessMorning(zone: string, at: Instant, hour = 10, holidays: readonly string[] = []): Instant {
  const time = `${String(hour).padStart(2, '0')}:00`;
  const today = dayAt(zone, at);
  // A year of holidays is an input error; looking further would not help.
  for (let day = today; day <= today + 366; day += 1) {
    if (!isBusinessDay(day, holidays)) continue;
    const morningAt = instantOfWallTime(zone, day, time);
    if (morningAt > at) return morningAt;
  }
  throw new RangeError('no business day within a year');
}
