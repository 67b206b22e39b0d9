import type { DutyHours, Instant, Stretch } from '#shared/contract';
import { merged } from './layers.ts';
import { dayAt, instantOfMinutes, minutesOf, weekdayOf } from './wall-clock.ts';

/**
 * The hours of the week that touch `[from, to)`, by the wall clock of `zone`, as a line: what overlaps or touches is one.
 *
 * Where DST repeats a time, hours begin at its first and end at its last occurrence, as nights do; a time that is skipped
 * is the first instant after it.
 */
export function dutyHoursBetween(
  hours: readonly DutyHours[],
  zone: string,
  from: Instant,
  to: Instant,
): readonly Stretch[] {
  const read = hours.map((each) => ({ ...each, from: minutesOf(each.from), to: minutesOf(each.to) }));
  const stretches: Stretch[] = [];
  const lastDay = dayAt(zone, to);
  // Two days early: hours last up to a day, and that day may be one with 25.
  for (let day = dayAt(zone, from) - 2; day <= lastDay; day += 1) {
    const weekday = weekdayOf(day);
    for (const each of read) {
      if (!each.weekdays.includes(weekday)) continue;
      const endDay = each.to > each.from ? day : day + 1;
      const startsAt = instantOfMinutes(zone, day, each.from);
      const endsAt = instantOfMinutes(zone, endDay, each.to, 'last');
      if (startsAt < endsAt && startsAt < to && endsAt > from) stretches.push({ startsAt, endsAt });
    }
  }
  return merged(stretches);
}

/** Whether they hold at that moment; always, where no hours are given. */
export function isWithinDutyHours(hours: readonly DutyHours[], zone: string, at: Instant): boolean {
  return hours.length === 0 || dutyHoursBetween(hours, zone, at, at + 1).length > 0;
}
