import type { Cover, GapDecision, Instant, Rotation, Shift, TimeOff } from '#shared/contract';
import { spanOf } from './rotation.ts';

/**
 * Changes of the plan that leave alone who was on before `now`.
 *
 * Whoever changes an entry gives it as it is stored (`before`, null for a new one), as they want it (`after`, null to
 * take it away) and an id for what goes on of an entry that has begun: its old part keeps the old id and ends now.
 */

/** What is to be written. `past`: all of it is over, and what is over is not changed. */
export type PlanChange<Row> =
  | {
      readonly ok: true;
      readonly put: readonly Row[];
      readonly remove: readonly string[];
      /** It was to begin earlier; it begins now. */
      readonly beginsNow: boolean;
    }
  | { readonly ok: false; readonly code: 'past' };

const PAST = { ok: false, code: 'past' } as const;

type Span = { readonly startsAt: Instant; readonly endsAt: Instant };

/** How the entries of one table are cut: when one holds, and what it is from or until a moment. */
type Cut<Row> = {
  readonly spanOf: (row: Row) => Span;
  readonly from: (row: Row, at: Instant) => Row;
  readonly until: (row: Row, at: Instant) => Row;
};

function changed<Row extends { readonly id: string }>(
  { spanOf: span, from, until }: Cut<Row>,
  before: Row | null,
  after: Row | null,
  now: Instant,
  newId: string,
): PlanChange<Row> {
  const old = before && span(before);
  if (old !== null && old.endsAt <= now) return PAST;
  const hasBegun = old !== null && old.startsAt < now;
  const wanted = after && span(after);
  // What is asked for is over: of an entry that has begun, that it ends; of any other, nothing that could be done.
  if (wanted !== null && wanted.endsAt <= now && !hasBegun) return PAST;
  const ended = before !== null && hasBegun ? [until(before, now)] : [];
  const beginsNow = wanted !== null && wanted.startsAt < now;
  const goesOn = after !== null && wanted !== null && wanted.endsAt > now;
  const next = goesOn ? [{ ...(beginsNow ? from(after, now) : after), id: hasBegun ? newId : after.id }] : [];
  const isGone = before !== null && !hasBegun && next[0]?.id !== before.id;
  return { ok: true, put: [...ended, ...next], remove: isGone ? [before.id] : [], beginsNow: beginsNow && goesOn };
}

/** Entries from one instant to another. */
function dated<Row extends Span>(): Cut<Row> {
  return {
    spanOf: ({ startsAt, endsAt }) => ({ startsAt, endsAt }),
    from: (row, startsAt) => ({ ...row, startsAt }),
    until: (row, endsAt) => ({ ...row, endsAt }),
  };
}

/** Of two shifts the one that was to start later holds: a change that lets one begin now does not lift it over another. */
const SHIFTS: Cut<Shift> = {
  ...dated<Shift>(),
  from: (row, startsAt) => ({ ...row, startsAt, plannedFrom: row.plannedFrom ?? row.startsAt }),
};

/** A shift that has begun and of which only the end is moved is not cut. */
export function changedShift(
  before: Shift | null,
  wanted: Shift | null,
  now: Instant,
  newId: string,
): PlanChange<Shift> {
  const after = wanted && asPlanned(before, wanted);
  const isOnlyEnd = before !== null && after !== null && isSame({ ...before, endsAt: 0 }, { ...after, endsAt: 0 });
  if (isOnlyEnd && before.startsAt < now && before.endsAt > now) {
    return { ok: true, put: [{ ...before, endsAt: Math.max(after.endsAt, now) }], remove: [], beginsNow: false };
  }
  return changed(SHIFTS, before, after, now, newId);
}

/** A form does not know what a shift counts from: it stays while the start does, and is the new start where that is moved. */
function asPlanned(before: Shift | null, wanted: Shift): Shift {
  if (before === null) return wanted;
  const { plannedFrom: _, ...rest } = wanted;
  return before.plannedFrom !== undefined && before.startsAt === wanted.startsAt
    ? { ...rest, plannedFrom: before.plannedFrom }
    : rest;
}

/** `after.createdAt` is when this change is entered: a cover that was changed later counts as entered later. */
export function changedCover(
  before: Cover | null,
  after: Cover | null,
  now: Instant,
  newId: string,
): PlanChange<Cover> {
  return changed(dated<Cover>(), before, after, now, newId);
}

/** `after.createdAt` is when this change is entered. */
export function changedTimeOff(
  before: TimeOff | null,
  after: TimeOff | null,
  now: Instant,
  newId: string,
): PlanChange<TimeOff> {
  return changed(dated<TimeOff>(), before, after, now, newId);
}

/** A rotation in force ends now and goes on as its successor; of one whose `untilDate` alone is moved nothing is cut. */
export function changedRotation(
  before: Rotation | null,
  after: Rotation | null,
  now: Instant,
  newId: string,
): PlanChange<Rotation> {
  const isOnlyEnd =
    before !== null && after !== null && isSame({ ...before, untilDate: null }, { ...after, untilDate: null });
  if (isOnlyEnd && spanOf(before).endsAt > now && spanOf(after).endsAt > now) {
    return { ok: true, put: [after], remove: [], beginsNow: false };
  }
  return changed<Rotation>(
    {
      spanOf,
      from: (row, validFrom) => ({ ...row, validFrom }),
      until: (row, validUntil) => ({ ...row, validUntil }),
    },
    before,
    // A successor has bounds of its own; those of the entry it was made from say what a change left of that one.
    after && { ...after, validUntil: null },
    now,
    newId,
  );
}

/** A decision is in force from `createdAt`: one that is replaced or taken away ends now. */
export function changedDecision(
  before: GapDecision | null,
  after: GapDecision | null,
  now: Instant,
  newId: string,
): PlanChange<GapDecision> {
  return changed<GapDecision>(
    {
      spanOf: ({ createdAt, until }) => ({ startsAt: createdAt, endsAt: until ?? Infinity }),
      from: (row, createdAt) => ({ ...row, createdAt }),
      until: (row, until) => ({ ...row, until }),
    },
    before,
    after,
    now,
    newId,
  );
}

function isSame(a: object, b: object): boolean {
  const [first, second] = [a, b].map((each) => JSON.stringify(Object.entries(each).sort()));
  return first === second;
}
