import type { Duty, Instant, ScheduleSources } from '#shared/contract';
import { linesOf } from './lines.ts';
import { type DutyKey, lineKeyOf } from './scope.ts';
import { DAY_MS } from './wall-clock.ts';

/** Beyond the longest turn of a rotation (8 weeks), so that a duty found here is seen from end to end. */
const SIGHT_MS = 70 * DAY_MS;
/** Most duties are shorter: looked at first, because a narrow window is quick. */
const SIGHTS_MS = [2 * DAY_MS, 15 * DAY_MS, SIGHT_MS] as const;

/** The moment a key changes hands: `before` holds until `at`, `after` from then on; null is nobody. */
export type DutyChange = { readonly at: Instant; readonly before: Duty | null; readonly after: Duty | null };

/**
 * Who would be called for a key in `[from, to)`: the trade's own duties at the property, else its group's, else the
 * company's, else those of the trade *general* in the same order, else the vendor named for the trade or for general. A
 * duty by general says so in its own `trade`, one of a vendor in its source. At most one duty at a time, in order of time.
 */
export function effectiveSchedule(sources: ScheduleSources, key: DutyKey, from: Instant, to: Instant): readonly Duty[] {
  return from < to ? linesOf(sources, from, to).effective(lineKeyOf(key)) : [];
}

/**
 * Who is called for a key at `at`, or null when nobody is, not even general or a vendor.
 *
 * The duty's own `trade` is `general` where it was borrowed from there, and its scope is the one it was planned for. Its
 * start and end are exact up to 70 days from `at` and cut there.
 */
export function whoIsOn(sources: ScheduleSources, question: DutyKey & { readonly at: Instant }): Duty | null {
  const { at, ...key } = question;
  let duty: Duty | null = null;
  for (const sightMs of SIGHTS_MS) {
    duty = holderAt(sources, key, at, sightMs);
    if (duty === null || (duty.startsAt > at - sightMs && duty.endsAt < at + sightMs)) break;
  }
  return duty;
}

function holderAt(sources: ScheduleSources, key: DutyKey, at: Instant, sightMs: number): Duty | null {
  const schedule = effectiveSchedule(sources, key, at - sightMs, at + sightMs);
  return schedule.find((duty) => duty.startsAt <= at && at < duty.endsAt) ?? null;
}

/**
 * When the person called for a key changes next after `at`, and to whom; null when not within 70 days.
 *
 * A change to nobody counts, and so does one from nobody; the same person going on from another source does not.
 */
export function nextChange(sources: ScheduleSources, key: DutyKey, at: Instant): DutyChange | null {
  const until = at + SIGHT_MS;
  const schedule = effectiveSchedule(sources, key, at - SIGHT_MS, until);
  let before: Duty | null = null;
  let reached = at;
  for (const duty of schedule) {
    if (duty.endsAt <= at) continue;
    if (duty.startsAt > reached && before !== null) return { at: reached, before, after: null };
    if (duty.startsAt > at && duty.responderId !== before?.responderId) {
      return { at: duty.startsAt, before, after: duty };
    }
    before = duty;
    reached = duty.endsAt;
  }
  return before !== null && reached < until ? { at: reached, before, after: null } : null;
}
