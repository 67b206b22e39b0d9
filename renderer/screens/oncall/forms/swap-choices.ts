import type { Cover, Duty, Instant, ScheduleSources } from '#shared/contract';
import { dayAt, formatInZone, instantOfWallTime } from '#shared/oncall';
import { keyOf, planKeyOf, type Stretch } from '../plan-key.ts';

/** Names one stretch of the schedule in a list. */
export function idOf(duty: Duty): string {
  return `${keyOf(duty)} ${duty.startsAt}`;
}

/** What somebody could take in exchange: stretches that others hold, those of the same role and place first. */
export function swapChoices(duties: readonly Duty[], own: Duty | null): readonly Duty[] {
  if (own === null) return [];
  const isOther = (duty: Duty) => Number(keyOf(duty) !== keyOf(own));
  return duties.filter((duty) => duty.responderId !== own.responderId).toSorted((a, b) => isOther(a) - isOther(b));
}

/** The part of a duty that lies in a stretch. */
export function cutTo(duty: Stretch, wanted: Stretch): Stretch {
  return { startsAt: Math.max(duty.startsAt, wanted.startsAt), endsAt: Math.min(duty.endsAt, wanted.endsAt) };
}

const EVENING = '17:00';
const DAY_MS = 24 * 60 * 60_000;

/**
 * The first part of a duty that has the hours of `given`, by the wall clock: a night for a night. What of `given` has begun
 * counts from the evening. The whole duty where it has no such part, and for days that have begun.
 */
export function sameHours(duty: Stretch, given: Stretch, zone: string, now: Instant): Stretch {
  const wall = (at: Instant) => formatInZone(at, zone, 'en', 'dateTime').slice(-5);
  const whole = { startsAt: duty.startsAt, endsAt: duty.endsAt };
  const hasBegun = given.startsAt <= now;
  if (hasBegun && given.endsAt - given.startsAt >= DAY_MS) return whole;
  const [from, to] = [hasBegun ? EVENING : wall(given.startsAt), wall(given.endsAt)];
  const nights = hasBegun ? Number(to <= from) : dayAt(zone, given.endsAt) - dayAt(zone, given.startsAt);
  const earliest = Math.max(duty.startsAt, now);
  for (let day = dayAt(zone, earliest); ; day += 1) {
    const startsAt = instantOfWallTime(zone, day, from);
    const endsAt = instantOfWallTime(zone, day + nights, to);
    if (startsAt >= duty.endsAt || endsAt > duty.endsAt || endsAt <= startsAt) return whole;
    if (startsAt >= earliest) return { startsAt, endsAt };
  }
}

/** The sources as they would be once two stretches have changed hands. */
export function afterSwap(sources: ScheduleSources, [one, other]: readonly [Duty, Duty]): ScheduleSources {
  const covers = [swapHalf(one, other.responderId), swapHalf(other, one.responderId)];
  return { ...sources, covers: [...sources.covers, ...covers] };
}

/** It is never saved: only what the schedule reads of it is filled in. */
function swapHalf(duty: Duty, responderId: string): Cover {
  const { startsAt, endsAt } = duty;
  const entered = { reason: '', by: '', createdAt: Number.MAX_SAFE_INTEGER };
  return { id: idOf(duty), swapId: 'wanted', ...planKeyOf(duty), responderId, startsAt, endsAt, ...entered };
}
