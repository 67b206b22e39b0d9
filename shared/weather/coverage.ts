import type { Instant } from '#shared/contract';
import type { ForecastHour } from './parse-hourly.ts';

/** How far ahead the weather counts (PRODUCT 7 rule 7). */
export const AHEAD_MS = 12 * 60 * 60_000;

/** The hours that touch the window. */
export function hoursWithin(hours: readonly ForecastHour[], from: Instant, to: Instant): readonly ForecastHour[] {
  return hours.filter((hour) => hour.startsAt < to && hour.endsAt > from);
}

/** Whether the hours leave no gap in the window: only then does "none of them is cold" mean that none will be. */
export function isCovered(hours: readonly ForecastHour[], from: Instant, to: Instant): boolean {
  let reached = from;
  for (const { startsAt, endsAt } of hoursWithin(hours, from, to).toSorted((a, b) => a.startsAt - b.startsAt)) {
    if (startsAt > reached) return false;
    reached = Math.max(reached, endsAt);
  }
  return reached >= to;
}
