import type {
  Cover,
  DutyHours,
  FeedShift,
  GapDecision,
  Rotation,
  ScheduleSources,
  Scope,
  Shift,
  ShiftRole,
  TimeOff,
  Trade,
} from '#shared/contract';
import { type ClockTable, DAY_MIN, dateAfter, MINUTE_MS } from './oncall-clock-table.ts';

/** A number from 0 up to, not including, the one given. */
export type Random = (below: number) => number;

/** Mulberry32: the same seed gives the same plans, so a failure can be repeated by its number. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const PEOPLE = ['ana', 'bo', 'cy', 'di', 'eve'];
export const PLAN_SCOPES: readonly Scope[] = [
  { propertyId: null, group: null },
  { propertyId: null, group: 'river' },
  { propertyId: 'maple', group: null },
  { propertyId: null, group: 'hill' },
  { propertyId: 'elm', group: null },
];
/** Most of a plan meets in few lines: spread evenly, sources would hardly ever lie over each other. */
const SCOPE_WEIGHTS = [7, 4, 4, 1, 1];
const ZERO_TO_THREE = ['00', '01', '02', '03'];
const QUARTERS = ['00', '15', '30', '45'];

export const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)] as T; // never empty here

function weighted<T>(random: Random, list: readonly T[], weights: readonly number[]): T {
  const many = list.flatMap((item, index) => Array.from({ length: weights[index] ?? 1 }, () => item));
  return pick(random, many);
}

function keyOf(random: Random): { trade: Trade; role: ShiftRole } & Scope {
  const trade: Trade = random(4) === 0 ? 'general' : 'plumbing';
  const role: ShiftRole = random(4) === 0 ? 'backup' : 'primary';
  return { trade, role, ...weighted(random, PLAN_SCOPES, SCOPE_WEIGHTS) };
}

const someOf = <T>(random: Random, below: number, make: (n: number) => T): T[] =>
  Array.from({ length: random(below) }, (_, n) => make(n));

/** Sources that meet round a minute of the table. */
export function randomPlan(table: ClockTable, random: Random, around: number): ScheduleSources {
  const instantNear = (days: number) =>
    table.firstAt + (around + random(2 * days * DAY_MIN) - days * DAY_MIN) * MINUTE_MS;
  const stretch = (longestMin: number) => {
    const startsAt = instantNear(2);
    return { startsAt, endsAt: startsAt + (1 + random(longestMin)) * MINUTE_MS };
  };
  const held = (longestMin: number) => ({
    ...keyOf(random),
    responderId: pick(random, PEOPLE),
    ...stretch(longestMin),
  });
  const entered = () => ({ reason: 'ill', by: 'staff', createdAt: random(8) });
  const shifts: Shift[] = someOf(random, 7, (n) => {
    const shift = { id: `s${n}`, ...held(2 * DAY_MIN) };
    return random(3) === 0 ? { ...shift, plannedFrom: shift.startsAt - random(DAY_MIN) * MINUTE_MS } : shift;
  });
  const feedShifts: FeedShift[] = someOf(random, 5, (n) => ({
    id: `f${n}`,
    feedId: `feed${random(2)}`,
    title: 'On call',
    ...held(2 * DAY_MIN),
  }));
  const covers: Cover[] = someOf(random, 6, (n) => ({ id: `c${n}`, ...held(DAY_MIN), swapId: null, ...entered() }));
  const timeOff: TimeOff[] = someOf(random, 6, (n) => ({
    id: `t${n}`,
    responderId: pick(random, PEOPLE),
    substituteId: random(3) === 0 ? null : pick(random, PEOPLE),
    ...stretch(2 * DAY_MIN),
    ...entered(),
  }));
  return {
    shifts,
    rotations: someOf(random, 5, (n) => randomRotation(table, random, n, instantNear)),
    covers: random(3) === 0 ? [...covers, ...randomSwap(random, stretch)] : covers,
    timeOff,
    feedShifts,
    decisions: someOf(random, 5, (n) => randomDecision(random, n, instantNear)),
    inactive: random(2) === 0 ? [] : ['eve'],
    groups: pick(random, [{ maple: 'river' }, { maple: 'river', elm: 'hill' }, { maple: 'river', elm: 'river' }, {}]),
  };
}

/** Two people change places in one line, each for a stretch of the other's. */
function randomSwap(random: Random, stretch: (longestMin: number) => { startsAt: number; endsAt: number }): Cover[] {
  const [one, other] = [pick(random, PEOPLE), pick(random, PEOPLE)];
  const both = { ...keyOf(random), swapId: 'swap', reason: 'swap', by: 'staff', createdAt: random(8) };
  return [
    { id: 'x0', ...both, responderId: other, ...stretch(DAY_MIN) },
    { id: 'x1', ...both, responderId: one, ...stretch(DAY_MIN) },
  ];
}

function randomRotation(table: ClockTable, random: Random, n: number, instantNear: (days: number) => number): Rotation {
  const time = () => `${pick(random, ZERO_TO_THREE)}:${pick(random, QUARTERS)}`;
  const anyTime = () => (random(2) === 0 ? time() : `${String(random(24)).padStart(2, '0')}:${pick(random, QUARTERS)}`);
  const firstDate = new Date(table.firstAt).toISOString().slice(0, 10);
  const startDay = random(12) === 0 ? -400 : random(40) - 25;
  const hours = (): DutyHours => ({
    weekdays: [1, 2, 3, 4, 5, 6, 7].filter(() => random(3) > 0).concat(7),
    from: anyTime(),
    to: anyTime(),
  });
  const turn =
    random(2) === 0 ? { unit: 'day' as const, count: 1 + random(4) } : { unit: 'week' as const, count: 1 + random(2) };
  return {
    id: `r${n}`,
    ...keyOf(random),
    zone: table.zone,
    layer: 1 + random(3),
    turn,
    // Clocks change on Sundays between one and three: half of the hand-offs fall there.
    handOffWeekday: random(2) === 0 ? 7 : 1 + random(7),
    handOffTime: anyTime(),
    members: Array.from({ length: 1 + random(3) }, () => pick(random, PEOPLE)),
    hours: random(2) === 0 ? [] : Array.from({ length: 1 + random(2) }, hours),
    fromDate: dateAfter(firstDate, startDay),
    untilDate: random(4) === 0 ? dateAfter(firstDate, startDay + random(startDay < -30 ? 420 : 30)) : null,
    validFrom: random(5) === 0 ? instantNear(1) : null,
    validUntil: random(5) === 0 ? instantNear(2) : null,
  };
}

function randomDecision(random: Random, n: number, instantNear: (days: number) => number): GapDecision {
  const createdAt = instantNear(2);
  const until = createdAt + (1 + random(3 * DAY_MIN)) * MINUTE_MS;
  const decided = { id: `d${n}`, ...keyOf(random), reason: 'known', by: 'staff', createdAt };
  return random(2) === 0
    ? { ...decided, kind: 'accepted', until }
    : {
        ...decided,
        kind: 'vendor',
        responderId: random(3) === 0 ? pick(random, PEOPLE) : `vendor${n}`,
        until: random(2) === 0 ? null : until,
      };
}
