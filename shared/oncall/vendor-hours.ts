import type { Instant, WeekHours } from '#shared/contract';
import { dayAt, instantOfWallTime, minutesOf, weekdayOf } from './wall-clock.ts';

/**
 * Whether a vendor works at `at`, by the wall clock of `zone`; always, where no hours are given. Where DST repeats a time,
 * hours begin at its first and end at its last occurrence. Equal times mean a whole day from then on.
 */
export function isWithinHours(hours: readonly WeekHours[], zone: string, at: Instant): boolean {
  if (hours.length === 0) return true;
  const today = dayAt(zone, at);
  // Hours of yesterday may go on past midnight.
  return hours.some(({ days, from, to }) =>
    [today - 1, today].some((day) => {
      if (!days.includes(weekdayOf(day))) return false;
      const endDay = minutesOf(to) > minutesOf(from) ? day : day + 1;
      return at >= instantOfWallTime(zone, day, from) && at < instantOfWallTime(zone, endDay, to, 'last');
    }),
  );
}
