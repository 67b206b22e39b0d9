import type { Duty, Instant, LoadRow, LoadView, ScheduleSources, Stretch } from '#shared/contract';
import { merged } from './layers.ts';
import { finalSchedule } from './schedule.ts';
import { compareTexts } from './scope.ts';
import { dayAt, instantOfWallTime, weekdayOf } from './wall-clock.ts';

const HOUR_MS = 60 * 60_000;
const NIGHT = { from: '22:00', to: '06:00' } as const;
/** Friday, Saturday, Sunday: the day on which the night begins. */
const WEEKEND = [5, 6, 7];

/** Somebody was woken. */
export type WakeUp = { readonly responderId: string; readonly at: Instant };

/**
 * How much each person is on call in `[from, to)`, the nights by the wall clock of `zone`.
 *
 * Several duties at once are one: an hour on call for two trades is an hour. Vendors named for gaps are left out, they are
 * not on call. Who was woken without being on call has a row too, but does not count for the spread.
 */
export function loadOf(
  sources: ScheduleSources,
  wakeUps: readonly WakeUp[],
  zone: string,
  from: Instant,
  to: Instant,
): LoadView {
  const people = new Map<string, Duty[]>();
  for (const duty of finalSchedule(sources, from, to)) {
    const person = people.get(duty.responderId);
    if (person === undefined) people.set(duty.responderId, [duty]);
    else person.push(duty);
  }
  const woken = wakeUps.filter(({ at }) => at >= from && at < to);
  const nights = nightsIn(zone, from, to);
  const rows = [...new Set([...people.keys(), ...woken.map(({ responderId }) => responderId)])].map((responderId) => ({
    responderId,
    ...hoursAndNights(merged(people.get(responderId) ?? []), nights),
    wakeUps: woken.filter((each) => each.responderId === responderId).length,
  }));
  const counts = rows.filter((row) => row.hours > 0).map((row) => row.nights);
  return {
    from,
    to,
    rows: rows.sort(mostNightsFirst),
    spreadNights: counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts),
  };
}

type Night = Stretch & { readonly isWeekend: boolean };

function nightsIn(zone: string, from: Instant, to: Instant): readonly Night[] {
  if (from >= to) return [];
  const nights: Night[] = [];
  for (let day = dayAt(zone, from) - 1; day <= dayAt(zone, to); day += 1) {
    const startsAt = instantOfWallTime(zone, day, NIGHT.from);
    const endsAt = instantOfWallTime(zone, day + 1, NIGHT.to, 'last');
    nights.push({ startsAt, endsAt, isWeekend: WEEKEND.includes(weekdayOf(day)) });
  }
  return nights;
}

function hoursAndNights(
  held: readonly Stretch[],
  nights: readonly Night[],
): Pick<LoadRow, 'hours' | 'nights' | 'weekendNights'> {
  const touched = nights.filter((night) =>
    held.some(({ startsAt, endsAt }) => startsAt < night.endsAt && endsAt > night.startsAt),
  );
  return {
    hours: held.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0) / HOUR_MS,
    nights: touched.length,
    weekendNights: touched.filter((night) => night.isWeekend).length,
  };
}

function mostNightsFirst(a: LoadRow, b: LoadRow): number {
  return b.nights - a.nights || b.hours - a.hours || compareTexts(a.responderId, b.responderId);
}
