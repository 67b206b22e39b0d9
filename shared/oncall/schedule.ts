import type { Duty, Instant, ScheduleSources, Scope, ShiftRole, Trade } from '#shared/contract';
import { plannedKeys } from './entries.ts';
import { linesOf } from './lines.ts';
import { COMPANY, compareKeys, type LineKey, scopeName, scopesFrom } from './scope.ts';

/**
 * Narrows the schedule. Without `propertyId` and `group` it is every line as it was planned: the company's, each group's and
 * each property's. A `propertyId` gives what holds at that property, its own duties over those of its group over the
 * company's; a `group` what holds in that group; `propertyId: null` the company's.
 */
export type ScheduleQuery = {
  readonly trade?: Trade;
  readonly role?: ShiftRole;
  readonly propertyId?: string | null;
  readonly group?: string | null;
};

/**
 * Who is on, for every key, in `[from, to)`: the one answer everything else reads.
 *
 * Duties are half-open, cut to `[from, to)` and ordered by start, then trade, role and scope (the company first). At any
 * moment exactly one person holds a key, or nobody does and there is no duty.
 *
 * Within a scope a cover beats a dated shift beats a live calendar beats a rotation; of two covers the one entered later
 * holds, of two shifts the one that was to start later, of two rotations the one on the higher layer, then the one with the later
 * `fromDate` (then the greater id, so that the answer never depends on the order of the sources). What somebody who is away
 * would hold goes to their substitute, or is a hole: then, and wherever else a scope has nobody, the scope beneath shows.
 * A cover naming somebody who is away holds if it was entered later than the time off. A cover splits what it covers and
 * names whom it stands in for, the scopes beneath included; where there is nobody it holds all the same. A duty that shows
 * through keeps the scope it comes from. Instants are UTC ms; the window must be finite. Throws RangeError for a rotation
 * in a zone that does not exist.
 */
export function finalSchedule(
  sources: ScheduleSources,
  from: Instant,
  to: Instant,
  query: ScheduleQuery = {},
): readonly Duty[] {
  if (from >= to) return [];
  const lines = linesOf(sources, from, to);
  const scope = scopeOf(query);
  const keys = plannedKeys(sources).filter(
    ({ trade, role }) => (query.trade ?? trade) === trade && (query.role ?? role) === role,
  );
  if (scope === null) return inOrder(keys.toSorted(compareKeys).map(lines.own));
  return inOrder(askedFor(keys, sources, scope).toSorted(compareKeys).map(lines.resolved));
}

/** By start; where several begin at once the order of the lines stays. */
function inOrder(lines: readonly (readonly Duty[])[]): readonly Duty[] {
  return lines.flat().sort((a, b) => a.startsAt - b.startsAt);
}

/** The one scope asked for; null for every one as planned. */
function scopeOf({ propertyId, group }: ScheduleQuery): Scope | null {
  if (typeof propertyId === 'string') return { propertyId, group: null };
  if (typeof group === 'string') return { propertyId: null, group };
  return propertyId === null ? COMPANY : null;
}

/** Of the lines that are planned, those that can show in a scope, each as a question to that scope. */
function askedFor(keys: readonly LineKey[], sources: ScheduleSources, scope: Scope): readonly LineKey[] {
  const shown = new Set(scopesFrom(sources.groups, scope).map(scopeName));
  const asked = new Map<string, LineKey>();
  for (const key of keys) {
    if (shown.has(scopeName(key))) asked.set(`${key.trade} ${key.role}`, { ...key, ...scope });
  }
  return [...asked.values()];
}
