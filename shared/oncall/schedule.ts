import {
  type Cover,
  type Duty,
  type Instant,
  type Rotation,
  type ScheduleSources,
  SHIFT_ROLES,
  type Shift,
  type ShiftRole,
  TRADES,
  type Trade,
} from '#shared/contract';
import { clipped, overlaid, topmost } from './layers.ts';
import { turnsOf } from './rotation.ts';

/** What one person at a time holds: a role of a trade, at a property or (null) for the whole company. */
export type DutyKey = { readonly trade: Trade; readonly role: ShiftRole; readonly propertyId: string | null };

/**
 * Narrows the schedule. `propertyId` left out gives every line as it was planned, the company's and each property's;
 * null gives the company's; an id gives what holds at that property, its own duties over the company's.
 */
export type ScheduleQuery = {
  readonly trade?: Trade;
  readonly role?: ShiftRole;
  readonly propertyId?: string | null;
};

/** The sources of one key. */
type Plan = DutyKey & { readonly shifts: Shift[]; readonly rotations: Rotation[]; readonly covers: Cover[] };

/**
 * Who is on, for every key, in `[from, to)`: the one answer everything else reads.
 *
 * Duties are half-open, cut to `[from, to)` and ordered by start, then trade, role and property (the company first).
 * At any moment exactly one person holds a key, or nobody does and there is no duty. A cover beats a dated shift beats a
 * rotation; of two covers the one entered later holds, of two shifts the one that starts later, of two rotations the one
 * with the later `fromDate` (then the greater id, so that the answer never depends on the order of the sources). A cover
 * splits what it covers and names whom it stands in for: at a property without a duty of its own that is the company's
 * person; where there is nobody it holds all the same. A duty that the company lends to a property keeps `propertyId`
 * null. Instants are UTC ms; the window must be finite. Throws RangeError for a rotation in a zone that does not exist.
 */
export function finalSchedule(
  sources: ScheduleSources,
  from: Instant,
  to: Instant,
  query: ScheduleQuery = {},
): readonly Duty[] {
  if (from >= to) return [];
  const plans = plansOf(sources, from, to, query);
  const lines = new Map<string, readonly Duty[]>();
  for (const plan of plans) {
    if (plan.propertyId === null) lines.set(`${plan.trade} ${plan.role}`, lineOf(plan, [], from, to));
  }
  const schedule: Duty[] = [];
  for (const plan of plans) {
    if (plan.propertyId === null) continue;
    const name = `${plan.trade} ${plan.role}`;
    const line = lineOf(plan, lines.get(name) ?? [], from, to);
    if (query.propertyId === undefined) schedule.push(...line.filter((duty) => duty.propertyId !== null));
    // With a property asked for there is one plan per name besides the company's: its line takes the place of that.
    else lines.set(name, line);
  }
  for (const line of lines.values()) schedule.push(...line);
  return schedule.sort(byTime);
}

/** What holds for one key, `company` being the line beneath a property's own. */
function lineOf(plan: Plan, company: readonly Duty[], from: Instant, to: Instant): readonly Duty[] {
  const rotations = plan.rotations.sort((a, b) => compare(a.fromDate, b.fromDate) || compare(a.id, b.id));
  const shifts = plan.shifts.sort((a, b) => a.startsAt - b.startsAt || compare(a.id, b.id));
  const covers = plan.covers.sort((a, b) => a.createdAt - b.createdAt || compare(a.id, b.id));
  const planned = [
    ...rotations.flatMap((rotation) => turnsOf(rotation, from, to)),
    ...shifts.map((shift) => dutyOf(shift, { kind: 'shift', id: shift.id })),
  ];
  const base = overlaid(topmost(clipped(planned, from, to)), company);
  const covering = covers.map((cover) =>
    dutyOf(cover, { kind: 'cover', id: cover.id, insteadOf: null, reason: cover.reason }),
  );
  return overlaid(topmost(clipped(covering, from, to)), base, standingInFor);
}

function dutyOf(entry: Shift | Cover, source: Duty['source']): Duty {
  const { trade, role, propertyId, group, responderId, startsAt, endsAt } = entry;
  return { trade, role, propertyId, group, responderId, startsAt, endsAt, source };
}

function standingInFor(above: Duty, below: Duty | null): Duty {
  if (above.source.kind !== 'cover') return above;
  return { ...above, source: { ...above.source, insteadOf: below?.responderId ?? null } };
}

/** Sorts the sources that matter into one plan per key. */
function plansOf(sources: ScheduleSources, from: Instant, to: Instant, query: ScheduleQuery): readonly Plan[] {
  const plans = new Map<string, Plan>();
  const isWanted = (entry: DutyKey): boolean =>
    (query.trade === undefined || entry.trade === query.trade) &&
    (query.role === undefined || entry.role === query.role) &&
    (query.propertyId === undefined || entry.propertyId === null || entry.propertyId === query.propertyId);
  const planOf = ({ trade, role, propertyId }: DutyKey): Plan => {
    const name = `${trade} ${role} ${propertyId === null ? '' : `at ${propertyId}`}`;
    let plan = plans.get(name);
    if (plan === undefined) {
      plan = { trade, role, propertyId, shifts: [], rotations: [], covers: [] };
      plans.set(name, plan);
    }
    return plan;
  };
  for (const rotation of sources.rotations) if (isWanted(rotation)) planOf(rotation).rotations.push(rotation);
  for (const shift of sources.shifts) {
    if (shift.startsAt < to && shift.endsAt > from && isWanted(shift)) planOf(shift).shifts.push(shift);
  }
  for (const cover of sources.covers) {
    if (cover.startsAt < to && cover.endsAt > from && isWanted(cover)) planOf(cover).covers.push(cover);
  }
  return [...plans.values()];
}

function byTime(a: Duty, b: Duty): number {
  return (
    a.startsAt - b.startsAt ||
    TRADES.indexOf(a.trade) - TRADES.indexOf(b.trade) ||
    SHIFT_ROLES.indexOf(a.role) - SHIFT_ROLES.indexOf(b.role) ||
    compare(a.propertyId ?? '', b.propertyId ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
