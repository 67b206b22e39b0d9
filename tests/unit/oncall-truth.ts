import type { GapDecision, Instant, Rotation, ScheduleSources, Scope, ShiftRole, Trade } from '#shared/contract';
import { type ClockTable, dateAfter, MINUTE_MS, minuteShowing, TABLE_DAYS } from './oncall-clock-table.ts';

/**
 * A second opinion on who is on, without any cleverness: asked for one minute it walks through every source. It shares no
 * line with what it checks.
 */

export type TruthKey = Scope & { readonly trade: Trade; readonly role: ShiftRole };

/** Who holds something at one minute, and by what. */
export type Holder = TruthKey & {
  readonly responderId: string;
  readonly kind: string;
  readonly id: string;
  readonly insteadOf: string | null;
};

/** What is true of one key at a minute of the table; null is nobody. */
export type Truth = {
  /** What the scope itself says. */
  own(minute: number): Holder | null;
  /** The same, or else what the scopes beneath it say. */
  resolved(minute: number): Holder | null;
  /** The same of those who can be called. */
  callable(minute: number): Holder | null;
  /** Whether *general* has somebody who can be called. */
  isGeneralOn(minute: number): boolean;
  /** Who would be called. */
  effective(minute: number): Holder | null;
  accepted(minute: number): GapDecision | null;
};

/** The minutes at which a rotation hands over, the first turn's start at [0]; those before the table are -Infinity. */
function handOffMinutes(table: ClockTable, rotation: Rotation): readonly number[] {
  const { turn, handOffWeekday, handOffTime } = rotation;
  const minutes: number[] = [];
  let daysLeft = turn.unit === 'day' ? 0 : -1;
  for (let date = rotation.fromDate; ; date = dateAfter(date, 1)) {
    const minute = minuteShowing(table, date, handOffTime, 'first');
    if (minute === Infinity) return minutes;
    const isWeekday = new Date(date).getUTCDay() === handOffWeekday % 7;
    if (daysLeft === 0 || (daysLeft === -1 && isWeekday)) {
      minutes.push(minute);
      daysLeft = turn.unit === 'day' ? turn.count : turn.count * 7;
    }
    if (daysLeft > 0) daysLeft -= 1;
  }
}

/** The minutes of the table, from and to, in which a rotation's hours hold. */
function hoursMinutes(table: ClockTable, rotation: Rotation): readonly (readonly [number, number])[] {
  const firstDate = new Date(table.firstAt).toISOString().slice(0, 10);
  const stretches: [number, number][] = [];
  for (let added = -3; added <= TABLE_DAYS + 2; added += 1) {
    const date = dateAfter(firstDate, added);
    const weekday = new Date(date).getUTCDay() || 7;
    for (const { weekdays, from, to } of rotation.hours) {
      if (!weekdays.includes(weekday)) continue;
      const endDate = to > from ? date : dateAfter(date, 1);
      stretches.push([minuteShowing(table, date, from, 'first'), minuteShowing(table, endDate, to, 'last')]);
    }
  }
  return stretches;
}

/** Whose turn it is at a minute; null outside of hours and bounds. */
function turnTaker(table: ClockTable, rotation: Rotation): (minute: number) => string | null {
  const { untilDate, handOffTime, validFrom, validUntil, members } = rotation;
  const handOffs = handOffMinutes(table, rotation);
  const hours = hoursMinutes(table, rotation);
  const until = untilDate === null ? Infinity : minuteShowing(table, untilDate, handOffTime, 'first');
  return (minute) => {
    const at = table.firstAt + minute * MINUTE_MS;
    if (minute >= until || at < (validFrom ?? -Infinity) || at >= (validUntil ?? Infinity)) return null;
    if (rotation.hours.length > 0 && !hours.some(([from, to]) => from <= minute && minute < to)) return null;
    let turns = 0;
    for (const handOff of handOffs) if (handOff <= minute) turns += 1;
    return turns === 0 ? null : (members[(turns - 1) % members.length] ?? null);
  };
}

/** The one that beats every other, by comparing pairs; null of none. */
function best<T>(list: readonly T[], beats: (a: T, b: T) => boolean): T | null {
  let winner: T | null = null;
  for (const item of list) if (winner === null || beats(item, winner)) winner = item;
  return winner;
}

type Dated = {
  readonly id: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly plannedFrom?: Instant | undefined;
};
type Entered = { readonly id: string; readonly createdAt: Instant };
const planned = (entry: Dated) => entry.plannedFrom ?? entry.startsAt;
const startsLater = (a: Dated, b: Dated) => (planned(a) === planned(b) ? a.id > b.id : planned(a) > planned(b));
const enteredLater = (a: Entered, b: Entered) =>
  a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt;

const nameOf = ({ trade, role, propertyId, group }: TruthKey) => `${trade}/${role}/${propertyId}/${group}`;

/** The sources of one line. */
function lineSources(table: ClockTable, sources: ScheduleSources, name: string) {
  const isHere = (entry: TruthKey) => nameOf(entry) === name;
  return {
    shifts: sources.shifts.filter(isHere),
    feedShifts: sources.feedShifts.filter(isHere),
    covers: sources.covers.filter(isHere),
    rotations: sources.rotations.filter(isHere).map((r) => ({ ...r, taker: turnTaker(table, r) })),
    decisions: sources.decisions.filter(isHere),
  };
}

type Plan = ReturnType<typeof lineSources>;
type Named = Pick<Holder, 'responderId' | 'kind' | 'id' | 'insteadOf'>;

/** Whom shifts, calendars and rotations name at a minute, away or not. */
function plannedAt({ shifts, feedShifts, rotations }: Plan, at: Instant, minute: number): Named | null {
  const holds = (entry: Dated) => entry.startsAt <= at && at < entry.endsAt;
  const shift = best(shifts.filter(holds), startsLater);
  if (shift) return { responderId: shift.responderId, kind: 'shift', id: shift.id, insteadOf: null };
  const fed = best(feedShifts.filter(holds), startsLater);
  if (fed) return { responderId: fed.responderId, kind: 'feed', id: fed.id, insteadOf: null };
  const onTurn = rotations.flatMap(({ id, layer, fromDate, taker }) => {
    const responderId = taker(minute);
    return responderId === null ? [] : [{ id, layer, fromDate, responderId }];
  });
  const rotation = best(onTurn, (a, b) => {
    if (a.layer !== b.layer) return a.layer > b.layer;
    return a.fromDate === b.fromDate ? a.id > b.id : a.fromDate > b.fromDate;
  });
  return rotation && { responderId: rotation.responderId, kind: 'rotation', id: rotation.id, insteadOf: null };
}

/** Those who are away are not on: their substitute is, unless away too. */
function presentAt(named: Named | null, sources: ScheduleSources, at: Instant, enteredAt: Instant): Named | null {
  if (named === null) return null;
  const awayAt = (id: string) =>
    best(
      sources.timeOff.filter((off) => off.responderId === id && off.startsAt <= at && at < off.endsAt),
      enteredLater,
    );
  const off = awayAt(named.responderId);
  if (off === null || off.createdAt <= enteredAt) return named;
  if (off.substituteId === null || awayAt(off.substituteId) !== null) return null;
  return { responderId: off.substituteId, kind: 'timeOff', id: off.id, insteadOf: named.responderId };
}

/** Who is on the list and not called is nobody. */
function calledAlone(sources: ScheduleSources, holder: Holder | null): Holder | null {
  return holder !== null && sources.inactive?.includes(holder.responderId) === true ? null : holder;
}

type Decided = (kind: GapDecision['kind'], minute: number) => GapDecision | null;
type Line = Pick<Truth, 'own' | 'resolved' | 'callable'> & { readonly decided: Decided };

/** An answer is asked for several times; it is looked for once. */
function remembered<Answer>(answer: (minute: number) => Answer): (minute: number) => Answer {
  const known = new Map<number, Answer>();
  return (minute) => {
    const before = known.get(minute);
    if (before !== undefined) return before;
    const answered = answer(minute);
    known.set(minute, answered);
    return answered;
  };
}

function lineOf(table: ClockTable, sources: ScheduleSources, key: TruthKey, beneath: Line | null): Line {
  const plan = lineSources(table, sources, nameOf(key));
  const own = (minute: number): Holder | null => {
    const at = table.firstAt + minute * MINUTE_MS;
    const planned = presentAt(plannedAt(plan, at, minute), sources, at, -Infinity);
    const cover = best(
      plan.covers.filter((each) => each.startsAt <= at && at < each.endsAt),
      enteredLater,
    );
    if (cover === null) return planned && { ...key, ...planned };
    const insteadOf = (planned ?? beneath?.resolved(minute))?.responderId ?? null;
    const covering = { responderId: cover.responderId, kind: 'cover', id: cover.id, insteadOf };
    const present = presentAt(covering, sources, at, cover.createdAt);
    return present && { ...key, ...present };
  };
  const ownOnce = remembered(own);
  const present = (holder: Holder | null) => calledAlone(sources, holder);
  return {
    own: ownOnce,
    resolved: remembered((minute) => ownOnce(minute) ?? beneath?.resolved(minute) ?? null),
    callable: remembered((minute) => present(ownOnce(minute)) ?? beneath?.callable(minute) ?? null),
    decided: (kind, minute) => {
      const at = table.firstAt + minute * MINUTE_MS;
      const inForce = plan.decisions.filter(
        (each) => each.kind === kind && each.createdAt <= at && at < (each.until ?? Infinity),
      );
      return best(inForce, enteredLater) ?? beneath?.decided(kind, minute) ?? null;
    },
  };
}

/** Everything that can be asked about one plan, key by key. */
export function truthOf(table: ClockTable, sources: ScheduleSources): (key: TruthKey) => Truth {
  const lines = new Map<string, Line>();
  const lineAt = (key: TruthKey): Line => {
    const line = lines.get(nameOf(key)) ?? lineOf(table, sources, key, lineBeneath(key));
    lines.set(nameOf(key), line);
    return line;
  };
  const lineBeneath = (key: TruthKey): Line | null => {
    if (key.propertyId !== null)
      return lineAt({ ...key, propertyId: null, group: sources.groups[key.propertyId] ?? null });
    return key.group === null ? null : lineAt({ ...key, group: null });
  };
  const vendor = (line: Line, minute: number): Holder | null => {
    const found = line.decided('vendor', minute);
    if (found?.kind !== 'vendor') return null;
    const { trade, role, propertyId, group, responderId, id } = found;
    const named = { responderId, kind: 'vendor', id, insteadOf: null };
    const present = presentAt(named, sources, table.firstAt + minute * MINUTE_MS, -Infinity);
    return calledAlone(sources, present && { trade, role, propertyId, group, ...present });
  };
  return (key) => {
    const line = lineAt(key);
    const general = lineAt({ ...key, trade: 'general' });
    return {
      own: line.own,
      resolved: line.resolved,
      callable: line.callable,
      isGeneralOn: (minute) => general.callable(minute) !== null,
      effective: (minute) =>
        line.callable(minute) ?? general.callable(minute) ?? vendor(line, minute) ?? vendor(general, minute),
      accepted: (minute) => line.decided('accepted', minute),
    };
  };
}
