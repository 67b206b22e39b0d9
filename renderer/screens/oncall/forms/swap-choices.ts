import type { Duty } from '#shared/contract';
import { keyOf, type Stretch } from '../plan-key.ts';

/** Names one stretch of the schedule in a list. */
export function idOf(duty: Duty): string {
  return `${keyOf(duty)} ${duty.startsAt}`;
}

/** What somebody could take in exchange: stretches that others hold. */
export function swapChoices(duties: readonly Duty[], own: Duty | null): readonly Duty[] {
  return own === null ? [] : duties.filter((duty) => duty.responderId !== own.responderId);
}

/** The part of a duty that lies in a stretch. */
export function cutTo(duty: Stretch, wanted: Stretch): Stretch {
  return { startsAt: Math.max(duty.startsAt, wanted.startsAt), endsAt: Math.min(duty.endsAt, wanted.endsAt) };
}
