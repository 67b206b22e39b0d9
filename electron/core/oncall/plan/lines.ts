import type { Cover, Duty, Instant, ScheduleSources, Scope, ShiftRole, Stretch, Trade } from '#shared/contract';
import { coversWithoutEffect, finalSchedule } from '#shared/oncall';

/** One role of one trade at one property, in one group, or for the company. */
export type ScopedKey = Scope & { readonly trade: Trade; readonly role: ShiftRole };

/** Who holds a key in the final schedule, in order of time. */
export function lineOf(sources: ScheduleSources, key: ScopedKey, { startsAt, endsAt }: Stretch): readonly Duty[] {
  const { trade, role, propertyId, group } = key;
  return finalSchedule(sources, startsAt, endsAt, { trade, role, propertyId, group });
}

/** Whether this person holds the key in the final schedule from the stretch's first moment to its last. */
export function heldBy(sources: ScheduleSources, key: ScopedKey, responderId: string, stretch: Stretch): boolean {
  let reached = stretch.startsAt;
  for (const duty of lineOf(sources, key, stretch)) {
    if (duty.responderId !== responderId || duty.startsAt > reached) return false;
    reached = duty.endsAt;
  }
  return reached >= stretch.endsAt;
}

/** Covers of a stretch of time that change nobody. Only what can hide them is looked at: history grows, and costs nothing. */
export function idleCovers(sources: ScheduleSources, from: Instant, to: Instant): readonly Cover[] {
  const meets = (a: Instant, b: Instant) => (each: Stretch) => each.startsAt < b && each.endsAt > a;
  const near = sources.covers.filter(meets(from, to));
  const first = Math.min(from, ...near.map((each) => each.startsAt));
  const last = Math.max(to, ...near.map((each) => each.endsAt));
  return coversWithoutEffect({ ...sources, covers: sources.covers.filter(meets(first, last)) }).filter(meets(from, to));
}
