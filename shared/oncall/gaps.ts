import type { Cover, Gap, Instant, ScheduleSources, ShiftRole, Trade } from '#shared/contract';
import { freeBetween } from './layers.ts';
import { type DutyKey, finalSchedule } from './schedule.ts';

/**
 * The stretches of `[from, to)` in which nobody holds a role of a trade, in order of trade, role, property and time; cut
 * where `coveredBy` changes.
 *
 * `propertyIds` says for whom: null for the company, which is enough to find every gap there is, because a property falls
 * back on the company. Name properties to leave out the stretches that their own duties fill.
 */
export function gaps(
  sources: ScheduleSources,
  trades: readonly Trade[],
  roles: readonly ShiftRole[],
  from: Instant,
  to: Instant,
  propertyIds: readonly (string | null)[] = [null],
): readonly Gap[] {
  return trades.flatMap((trade) =>
    roles.flatMap((role) =>
      propertyIds.flatMap((propertyId) => gapsOf(sources, { trade, role, propertyId }, from, to)),
    ),
  );
}

function gapsOf(sources: ScheduleSources, key: DutyKey, from: Instant, to: Instant): readonly Gap[] {
  if (from >= to) return [];
  const free = freeBetween(finalSchedule(sources, from, to, key), from, to);
  if (key.trade === 'general' || free.length === 0) {
    return free.map((stretch) => ({ ...key, ...stretch, coveredBy: null, accepted: null, group: null }));
  }
  const general = finalSchedule(sources, from, to, { ...key, trade: 'general' });
  return free.flatMap(({ startsAt, endsAt }) => {
    const bare = freeBetween(general, startsAt, endsAt).map((stretch) => ({
      ...stretch,
      coveredBy: null,
      accepted: null,
      group: null,
    }));
    const filled = freeBetween(bare, startsAt, endsAt).map((stretch) => ({
      ...stretch,
      coveredBy: 'general' as const,
      accepted: null,
      group: null,
    }));
    return [...bare, ...filled].sort((a, b) => a.startsAt - b.startsAt).map((stretch) => ({ ...key, ...stretch }));
  });
}

/**
 * Covers that change nothing: hidden from end to end by covers entered later, or standing in for nobody but the person
 * who is on anyway. The one who entered it should hear of it, because they think somebody else is on.
 */
export function coversWithoutEffect(sources: ScheduleSources): readonly Cover[] {
  return sources.covers.filter((cover) => {
    const { trade, role, propertyId } = cover;
    const schedule = finalSchedule(sources, cover.startsAt, cover.endsAt, { trade, role, propertyId });
    return !schedule.some(
      ({ source, responderId }) =>
        source.kind === 'cover' && source.id === cover.id && source.insteadOf !== responderId,
    );
  });
}
