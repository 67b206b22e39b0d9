import type { Cover, Duty, Gap, Instant, ScheduleSources, Scope, ShiftRole, Stretch, Trade } from '#shared/contract';
import { withAccepted } from './coverage.ts';
import { freeBetween, together } from './layers.ts';
import { type Lines, linesOf } from './lines.ts';
import { COMPANY, type LineKey } from './scope.ts';

/**
 * The stretches of `[from, to)` in which nobody holds a role of a trade, in order of trade, role, scope and time; cut
 * where it changes who is called instead, or by what it is accepted that nobody is.
 *
 * `scopes` says for whom: the company, which is enough to find every gap there is, because all else falls back on it.
 * Name groups and properties to leave out the stretches that their own duties fill.
 */
export function gaps(
  sources: ScheduleSources,
  trades: readonly Trade[],
  roles: readonly ShiftRole[],
  from: Instant,
  to: Instant,
  scopes: readonly Scope[] = [COMPANY],
): readonly Gap[] {
  if (from >= to) return [];
  const lines = linesOf(sources, from, to);
  return trades.flatMap((trade) =>
    roles.flatMap((role) =>
      scopes.flatMap(({ propertyId, group }) => gapsOf(lines, { trade, role, propertyId, group }, from, to)),
    ),
  );
}

function gapsOf(lines: Lines, key: LineKey, from: Instant, to: Instant): readonly Gap[] {
  const free = freeBetween(lines.resolved(key), from, to);
  if (free.length === 0) return [];
  const called = together<Filled, Duty, Filled>(
    together<Stretch, Duty, Filled>(
      free,
      lines.effective(key),
      (gap, duty) => gap && { ...gap, coveredBy: duty && 'vendor' },
      isFilledAlike,
    ),
    lines.callable({ ...key, trade: 'general' }),
    (gap, general) => (gap === null || general === null ? gap : { ...gap, coveredBy: 'general' }),
    isFilledAlike,
  );
  const bare = withAccepted(
    called.filter((gap) => gap.coveredBy === null),
    lines.accepted(key),
  );
  const filled = called.flatMap((gap) => (gap.coveredBy === null ? [] : [{ ...gap, accepted: null }]));
  return [...bare, ...filled].sort((a, b) => a.startsAt - b.startsAt).map((gap) => ({ ...key, ...gap }));
}

type Filled = Stretch & Pick<Gap, 'coveredBy'>;

const isFilledAlike = (a: Filled, b: Filled): boolean => a.coveredBy === b.coveredBy;

/**
 * Covers that change nothing: hidden from end to end by covers entered later, naming somebody who is away all that time, or
 * standing in for nobody but the person who is on anyway. The one who entered it should hear of it, because they think
 * somebody else is on.
 */
export function coversWithoutEffect(sources: ScheduleSources): readonly Cover[] {
  return sources.covers.filter((cover) => {
    const line = linesOf(sources, cover.startsAt, cover.endsAt).own(cover);
    return !line.some(
      ({ source, responderId }) =>
        source.kind === 'cover' && source.id === cover.id && source.insteadOf !== responderId,
    );
  });
}
