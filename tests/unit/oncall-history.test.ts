import { describe, expect, it, test } from 'vitest';
import type { Cover, Duty, GapDecision, Instant, Rotation, ScheduleSources, Shift, TimeOff } from '#shared/contract';
import {
  changedCover,
  changedDecision,
  changedRotation,
  changedShift,
  changedTimeOff,
  effectiveSchedule,
  finalSchedule,
  type PlanChange,
  whoIsOn,
} from '#shared/oncall';
import { continued } from '../../electron/core/oncall/feeds/continued.ts';
import { CLOCK_TABLES, DAY_MIN, MINUTE_MS } from './oncall-clock-table.ts';
import { PLAN_SCOPES, pick, type Random, randomOf, randomPlan } from './oncall-random-plan.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 17, 12);
const hour = (n: number): Instant => NOW + n * HOUR_MS;

const KEY = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
const shift = (from: number, to: number, more: Partial<Shift> = {}): Shift => ({
  id: 'old',
  ...KEY,
  responderId: 'ana',
  startsAt: hour(from),
  endsAt: hour(to),
  ...more,
});
const entered = { reason: 'ill', by: 'rosa', createdAt: NOW };
const rotation = (more: Partial<Rotation> = {}): Rotation => ({
  id: 'old',
  ...KEY,
  zone: 'America/New_York',
  layer: 1,
  turn: { unit: 'day', count: 1 },
  handOffWeekday: 1,
  handOffTime: '08:00',
  members: ['ana', 'bo'],
  hours: [],
  fromDate: '2026-11-01',
  untilDate: null,
  validFrom: null,
  validUntil: null,
  ...more,
});

const NO_SOURCES: ScheduleSources = {
  shifts: [],
  rotations: [],
  covers: [],
  timeOff: [],
  feedShifts: [],
  decisions: [],
  groups: {},
};

describe('a shift', () => {
  it('that is wholly over is not touched', () => {
    expect(changedShift(shift(-9, -1), null, NOW, 'new')).toEqual({ ok: false, code: 'past' });
    expect(changedShift(shift(-9, 0), shift(-9, 4), NOW, 'new')).toEqual({ ok: false, code: 'past' });
    expect(changedShift(null, shift(-9, -1), NOW, 'new')).toEqual({ ok: false, code: 'past' });
  });

  it('that has begun is cut: its old part ends now, the new one begins now under a new id', () => {
    const given = changedShift(shift(-2, 6), shift(-2, 8, { responderId: 'bo' }), NOW, 'new');
    const parts = [shift(-2, 0), shift(0, 8, { id: 'new', responderId: 'bo', plannedFrom: hour(-2) })];
    expect(given).toEqual({ ok: true, put: parts, remove: [], beginsNow: true });
    const taken = changedShift(shift(-2, 6), null, NOW, 'new');
    expect(taken).toEqual({ ok: true, put: [shift(-2, 0)], remove: [], beginsNow: false });
    const later = changedShift(shift(-2, 6), shift(3, 6), NOW, 'new');
    expect(later).toEqual({ ok: true, put: [shift(-2, 0), shift(3, 6, { id: 'new' })], remove: [], beginsNow: false });
  });

  it('of which only the end is moved stays one, and ends now at the earliest', () => {
    const longer = changedShift(shift(-2, 6), shift(-2, 9), NOW, 'new');
    expect(longer).toEqual({ ok: true, put: [shift(-2, 9)], remove: [], beginsNow: false });
    const shorter = changedShift(shift(-2, 6), shift(-2, -1), NOW, 'new');
    expect(shorter).toEqual({ ok: true, put: [shift(-2, 0)], remove: [], beginsNow: false });
  });

  it('that has not begun is replaced or removed, and begins now where it was to begin earlier', () => {
    expect(changedShift(shift(2, 6), shift(3, 6), NOW, 'new')).toMatchObject({ put: [shift(3, 6)], remove: [] });
    expect(changedShift(shift(2, 6), null, NOW, 'new')).toMatchObject({ put: [], remove: ['old'] });
    expect(changedShift(null, shift(-3, 6), NOW, 'new')).toMatchObject({ put: [shift(0, 6)], beginsNow: true });
  });
});

describe('precedence of shifts', () => {
  const [lower, upper] = [shift(-10, 10, { id: 'lower' }), shift(-5, 5, { id: 'upper', responderId: 'bo' })];
  const holder = (shifts: readonly Shift[]): string | undefined =>
    whoIsOn({ ...NO_SOURCES, shifts }, { ...KEY, at: hour(1) })?.responderId;
  const swapped = changedShift(lower, { ...lower, responderId: 'cy' }, NOW, 'new');

  it('stays as it was when one of them is changed while it runs', () => {
    expect(holder([lower, upper])).toBe('bo');
    expect(holder(applied([lower, upper], swapped))).toBe('bo');
    expect(holder(applied([lower, upper], changedShift(upper, { ...upper, responderId: 'cy' }, NOW, 'z')))).toBe('cy');
  });

  it('stays through a second change, by a form that knows nothing of it', () => {
    const rest = swapped.ok ? swapped.put.find(({ id }) => id === 'new') : undefined;
    if (rest === undefined) throw new Error('nothing goes on');
    const { plannedFrom: _, ...form } = rest;
    const later = NOW + 60_000;
    const once = applied([lower, upper], swapped);
    const ended = changedShift(rest, { ...form, endsAt: hour(12) }, later, 'third');
    expect(ended.ok && ended.put).toEqual([{ ...rest, endsAt: hour(12) }]);
    expect(holder(applied(once, changedShift(rest, { ...form, responderId: 'di' }, later, 'third')))).toBe('bo');
  });
});

describe('a rotation', () => {
  it('in force ends now, and its successor begins now', () => {
    const after = rotation({ members: ['cy'] });
    expect(changedRotation(rotation(), after, NOW, 'new')).toEqual({
      ok: true,
      put: [rotation({ validUntil: NOW }), rotation({ id: 'new', members: ['cy'], validFrom: NOW })],
      remove: [],
      beginsNow: true,
    });
    expect(changedRotation(rotation(), null, NOW, 'new')).toMatchObject({ put: [rotation({ validUntil: NOW })] });
  });

  it('of which only the end is moved stays one', () => {
    const after = rotation({ untilDate: '2026-12-01' });
    expect(changedRotation(rotation(), after, NOW, 'new')).toMatchObject({ put: [after], remove: [] });
    const before = rotation({ untilDate: '2026-11-10' });
    expect(changedRotation(before, rotation(), NOW, 'new')).toEqual({ ok: false, code: 'past' });
    const endsEarlier = rotation({ untilDate: '2026-11-10' });
    expect(changedRotation(rotation(), endsEarlier, NOW, 'new')).toMatchObject({
      put: [rotation({ validUntil: NOW })],
    });
  });

  it('that has not begun is replaced or removed', () => {
    const coming = rotation({ fromDate: '2026-12-01' });
    expect(changedRotation(coming, { ...coming, layer: 2 }, NOW, 'new')).toMatchObject({
      put: [{ ...coming, layer: 2 }],
    });
    expect(changedRotation(coming, null, NOW, 'new')).toMatchObject({ put: [], remove: ['old'] });
    expect(changedRotation(null, rotation(), NOW, 'new')).toMatchObject({
      put: [rotation({ validFrom: NOW })],
      beginsNow: true,
    });
  });
});

it('covers, time off and decisions are cut like shifts', () => {
  const cover: Cover = { ...shift(-2, 6), swapId: null, ...entered };
  expect(changedCover(cover, null, NOW, 'new')).toMatchObject({ put: [{ ...cover, endsAt: NOW }] });
  const off: TimeOff = {
    id: 'old',
    responderId: 'ana',
    substituteId: null,
    startsAt: hour(-2),
    endsAt: hour(6),
    ...entered,
  };
  expect(changedTimeOff(null, off, NOW, 'new')).toMatchObject({ put: [{ ...off, startsAt: NOW }], beginsNow: true });
  const decision = { kind: 'vendor', id: 'old', ...KEY, responderId: 'ace', until: null, ...entered } as const;
  const before: GapDecision = { ...decision, createdAt: hour(-5) };
  expect(changedDecision(before, decision, NOW, 'new')).toMatchObject({
    put: [
      { ...before, until: NOW },
      { ...decision, id: 'new' },
    ],
  });
  expect(changedDecision(decision, null, NOW, 'new')).toMatchObject({ put: [], remove: ['old'] });
  expect(changedDecision({ ...before, until: hour(-1) }, null, NOW, 'new')).toEqual({ ok: false, code: 'past' });
});

/** A table with a change carried out. */
function applied<Row extends { readonly id: string }>(rows: readonly Row[], change: PlanChange<Row>): readonly Row[] {
  if (!change.ok) return rows;
  const gone = new Set([...change.remove, ...change.put.map(({ id }) => id)]);
  return [...rows.filter(({ id }) => !gone.has(id)), ...change.put];
}

type Change<Row> = (before: Row | null, after: Row | null, now: Instant, newId: string) => PlanChange<Row>;

/** Some row of a table, or a new one, becomes one of another plan, or nothing. */
function changedTable<Row extends { readonly id: string }>(
  random: Random,
  rows: readonly Row[],
  others: readonly Row[],
  now: Instant,
  change: Change<Row>,
): readonly Row[] {
  const before = rows.length > 0 && random(4) > 0 ? pick(random, rows) : null;
  const wish = others.length > 0 && random(4) > 0 ? pick(random, others) : null;
  const after = wish && { ...wish, id: before?.id ?? 'added' };
  return before === null && after === null ? rows : applied(rows, change(before, after, now, 'new'));
}

function changedPlan(random: Random, sources: ScheduleSources, other: ScheduleSources, now: Instant): ScheduleSources {
  return {
    ...sources,
    shifts: changedTable(random, sources.shifts, other.shifts, now, changedShift),
    rotations: changedTable(random, sources.rotations, other.rotations, now, changedRotation),
    covers: changedTable(random, sources.covers, other.covers, now, changedCover),
    timeOff: changedTable(random, sources.timeOff, other.timeOff, now, changedTimeOff),
    decisions: changedTable(random, sources.decisions, other.decisions, now, (before, after, at, newId) =>
      // A decision is entered when it is made.
      changedDecision(before, after && { ...after, createdAt: at }, at, newId),
    ),
    feedShifts: random(2) === 0 ? continued(sources.feedShifts, other.feedShifts, now) : sources.feedShifts,
  };
}

/** A part of a calendar's entry that is over has a name of its own, made from that of the entry. */
function withWholeName(duty: Duty): Duty {
  const { source } = duty;
  return source.kind === 'feed' ? { ...duty, source: { ...source, id: source.id.replace(/-.*$/, '') } } : duty;
}

test('whatever is changed, nobody was ever on but who was', () => {
  let changes = 0;
  for (let number = 0; number < 400; number += 1) {
    const random = randomOf(7_000 + number);
    const table = pick(random, CLOCK_TABLES);
    const around = 5 * DAY_MIN + random(10 * DAY_MIN);
    const now = table.firstAt + (around + random(2 * DAY_MIN) - DAY_MIN) * MINUTE_MS;
    const sources = randomPlan(table, random, around);
    let changed = sources;
    for (let more = 1 + random(3); more > 0; more -= 1)
      changed = changedPlan(random, changed, randomPlan(table, random, around), now);
    changes += JSON.stringify(changed) === JSON.stringify(sources) ? 0 : 1;
    const told = (plan: ScheduleSources): readonly (readonly Duty[])[] =>
      [
        finalSchedule(plan, table.firstAt, now),
        ...PLAN_SCOPES.map((scope) => finalSchedule(plan, table.firstAt, now, scope)),
        ...PLAN_SCOPES.map((scope) =>
          effectiveSchedule(plan, { trade: 'plumbing', role: 'primary', ...scope }, table.firstAt, now),
        ),
      ].map((line) => line.map(withWholeName));
    expect(told(changed), `#${number}`).toEqual(told(sources));
  }
  expect(changes).toBeGreaterThan(300);
});
