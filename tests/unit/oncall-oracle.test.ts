import { expect, test } from 'vitest';
import type { Duty, Gap, Instant, ScheduleSources } from '#shared/contract';
import {
  coverageOf,
  coversWithoutEffect,
  effectiveSchedule,
  finalSchedule,
  gaps,
  nextChange,
  whoIsOn,
} from '#shared/oncall';
import { CLOCK_TABLES, type ClockTable, DAY_MIN, MINUTE_MS, TABLE_DAYS } from './oncall-clock-table.ts';
import { PLAN_SCOPES, pick, type Random, randomOf, randomPlan } from './oncall-random-plan.ts';
import { type Holder, type Truth, type TruthKey, truthOf } from './oncall-truth.ts';

/**
 * Everything the schedule says is asked again, for each minute of a window, of an oracle that walks through every source.
 * `ONCALL_SCHEDULES` plans are tried; `ONCALL_SEED` makes them other ones.
 */

const SCHEDULES = Number(process.env.ONCALL_SCHEDULES ?? 400);
const SEED = Number(process.env.ONCALL_SEED ?? 20_261_120);

const KEYS: readonly TruthKey[] = (['plumbing', 'general'] as const).flatMap((trade) =>
  (['primary', 'backup'] as const).flatMap((role) => PLAN_SCOPES.map((scope) => ({ trade, role, ...scope }))),
);

type Window = {
  readonly table: ClockTable;
  readonly sources: ScheduleSources;
  readonly truth: (key: TruthKey) => Truth;
  readonly fromMinute: number;
  readonly toMinute: number;
};

/** Half of the windows lie about the change of clocks; most are short, a few are of a week. */
function windowOf(number: number): Window & { readonly random: Random } {
  const random = randomOf(SEED + number);
  const table = pick(() => number % CLOCK_TABLES.length, CLOCK_TABLES);
  const isLong = random(25) === 0;
  const longest = isLong ? 7 * DAY_MIN : DAY_MIN;
  const room = TABLE_DAYS * DAY_MIN - longest - 2;
  const start = random(2) === 0 ? random(room) : table.changeMinute - random(longest);
  const fromMinute = Math.max(1, Math.min(start, room));
  const toMinute = fromMinute + 1 + random(longest);
  const sources = randomPlan(table, random, (fromMinute + toMinute) >> 1);
  return { table, sources, truth: truthOf(table, sources), fromMinute, toMinute, random };
}

class Disagreement extends Error {}

/** What a line says of each minute; two at once, or anything outside the window, is an answer no oracle gives. */
function byMinute<Line extends { readonly startsAt: Instant; readonly endsAt: Instant }>(
  { table, fromMinute, toMinute }: Window,
  line: readonly Line[],
  name: string,
): readonly (Line | undefined)[] {
  const minutes: (Line | undefined)[] = new Array(toMinute - fromMinute).fill(undefined);
  for (const each of line) {
    const [from, to] = [each.startsAt, each.endsAt].map((at) => (at - table.firstAt) / MINUTE_MS - fromMinute);
    if (from === undefined || to === undefined || from < 0 || to > minutes.length || from >= to)
      throw new Disagreement(`${name}: not cut to the window`);
    for (let minute = from; minute < to; minute += 1) {
      if (minutes[minute] !== undefined) throw new Disagreement(`${name}: two at once`);
      minutes[minute] = each;
    }
  }
  return minutes;
}

function isHeldBy(duty: Duty | undefined, holder: Holder | null): boolean {
  if (duty === undefined || holder === null) return duty === undefined && holder === null;
  const { source } = duty;
  return (
    duty.responderId === holder.responderId &&
    source.kind === holder.kind &&
    source.id === holder.id &&
    ('insteadOf' in source ? source.insteadOf : null) === holder.insteadOf &&
    duty.trade === holder.trade &&
    duty.role === holder.role &&
    duty.propertyId === holder.propertyId &&
    duty.group === holder.group
  );
}

function demandHolder(window: Window, name: string, minute: number, duty: Duty | undefined, holder: Holder | null) {
  if (isHeldBy(duty, holder)) return;
  const at = new Date(window.table.firstAt + minute * MINUTE_MS).toISOString();
  throw new Disagreement(`${name} at ${at}: said ${JSON.stringify(duty)}, true is ${JSON.stringify(holder)}`);
}

function compareLine(
  window: Window,
  name: string,
  line: readonly Duty[],
  holderAt: (minute: number) => Holder | null,
): void {
  for (const [index, duty] of byMinute(window, line, name).entries()) {
    const minute = window.fromMinute + index;
    demandHolder(window, name, minute, duty, holderAt(minute));
  }
}

const boundsOf = ({ table, fromMinute, toMinute }: Window): [Instant, Instant] => [
  table.firstAt + fromMinute * MINUTE_MS,
  table.firstAt + toMinute * MINUTE_MS,
];
const isSameKey = (a: TruthKey, b: TruthKey) =>
  a.trade === b.trade && a.role === b.role && a.propertyId === b.propertyId && a.group === b.group;

function compareSchedules(window: Window): void {
  const { sources, truth } = window;
  const [from, to] = boundsOf(window);
  const all = finalSchedule(sources, from, to);
  for (const key of KEYS) {
    const name = JSON.stringify(key);
    const { own, resolved, effective } = truth(key);
    const planned = all.filter((duty) => isSameKey(duty, key));
    compareLine(window, `planned ${name}`, planned, own);
    const asked = finalSchedule(sources, from, to, key);
    compareLine(window, `asked ${name}`, asked, resolved);
    const called = effectiveSchedule(sources, key, from, to);
    compareLine(window, `called ${name}`, called, effective);
  }
}

const acceptedBy = (decision: { readonly id: string } | null): string => decision?.id ?? 'nobody';

function expectedGap({ resolved, effective, isGeneralOn, accepted }: Truth, minute: number): string {
  if (resolved(minute) !== null) return 'held';
  if (effective(minute) !== null) return isGeneralOn(minute) ? 'general' : 'vendor';
  return acceptedBy(accepted(minute));
}

function saidGap(gap: Gap | undefined): string {
  if (gap === undefined) return 'held';
  return gap.coveredBy ?? acceptedBy(gap.accepted);
}

function compareGaps(window: Window): void {
  const { sources, truth, fromMinute } = window;
  const [from, to] = boundsOf(window);
  for (const key of KEYS) {
    const truly = truth(key);
    const said = gaps(sources, [key.trade], [key.role], from, to, [key]);
    for (const [index, gap] of byMinute(window, said, 'gaps').entries()) {
      const [told, expected] = [saidGap(gap), expectedGap(truly, fromMinute + index)];
      if (told !== expected)
        throw new Disagreement(`gap ${JSON.stringify(key)} ${fromMinute + index}: ${told}, true is ${expected}`);
    }
  }
}

type Stretch = { readonly startsAt: Instant; readonly endsAt: Instant };
const COVERAGE = ['nobody', 'noPrimary', 'noBackup', 'onePerson'] as const;

/** Cover at maple; who has left covers nothing. */
function compareCoverage(window: Window): void {
  const { sources, truth, fromMinute } = window;
  const key: TruthKey = { trade: 'plumbing', role: 'primary', propertyId: 'maple', group: null };
  const isThere = (id: string): boolean => !sources.inactive?.includes(id);
  const coverage = coverageOf(sources, key, ...boundsOf(window), isThere);
  const said = COVERAGE.map((kind) => ({ kind, minutes: byMinute<Stretch>(window, coverage[kind], kind) }));
  const called = (['primary', 'backup'] as const).map((role) => truth({ ...key, role }).effective);
  for (let minute = fromMinute; minute < window.toMinute; minute += 1) {
    const [primary, backup] = called.map((effective) => effective(minute)?.responderId);
    const truly =
      primary === undefined
        ? backup === undefined
          ? 'nobody'
          : 'noPrimary'
        : backup === undefined
          ? 'noBackup'
          : primary === backup
            ? 'onePerson'
            : 'covered';
    const told = said.flatMap(({ kind, minutes }) => (minutes[minute - fromMinute] === undefined ? [] : [kind]));
    if ((told.join(' and ') || 'covered') !== truly) throw new Disagreement(`coverage ${minute}: ${told} ${truly}`);
  }
}

/** Who is on at one minute, from when to when, and who comes next, as far as the table goes. */
function compareMoment(window: Window, minute: number, key: TruthKey): void {
  const { table, sources } = window;
  const { effective } = window.truth(key);
  const at = table.firstAt + minute * MINUTE_MS;
  const duty = whoIsOn(sources, { ...key, at });
  demandHolder(window, 'who is on', minute, duty ?? undefined, effective(minute));
  const lastMinute = TABLE_DAYS * DAY_MIN - 1;
  if (duty !== null) {
    const starts = (duty.startsAt - table.firstAt) / MINUTE_MS;
    const ends = (duty.endsAt - table.firstAt) / MINUTE_MS;
    for (let inside = Math.max(starts, 0); inside < Math.min(ends, lastMinute); inside += 1)
      demandHolder(window, 'duty from end to end', inside, duty, effective(inside));
    if (starts > 0 && isHeldBy(duty, effective(starts - 1))) throw new Disagreement('begins too late');
    if (ends <= lastMinute && isHeldBy(duty, effective(ends))) throw new Disagreement('ends too early');
  }
  const person = (when: number) => effective(when)?.responderId ?? null;
  const change = nextChange(sources, key, at);
  const changesAt = change === null ? Infinity : (change.at - table.firstAt) / MINUTE_MS;
  for (let later = minute + 1; later <= Math.min(changesAt, lastMinute); later += 1) {
    if ((person(later) !== person(minute)) !== (later === changesAt))
      throw new Disagreement(`next change of ${JSON.stringify(key)} after ${minute}: said ${changesAt}, true ${later}`);
    if (later === changesAt && (change?.after?.responderId ?? null) !== person(later))
      throw new Disagreement(`next change to ${change?.after?.responderId}, true ${person(later)}`);
  }
}

/** A cover does something where it holds in place of somebody else; the whole of it is asked, minute by minute. */
function compareCovers({ table, sources, truth }: Window): void {
  const idle = new Set(coversWithoutEffect(sources).map(({ id }) => id));
  for (const cover of sources.covers) {
    const { own } = truth(cover);
    const [from, to] = [cover.startsAt, cover.endsAt].map((at) => (at - table.firstAt) / MINUTE_MS) as [number, number]; // two in, two out
    if (from < 0 || to > TABLE_DAYS * DAY_MIN) continue;
    let does = false;
    for (let minute = from; minute < to && !does; minute += 1) {
      const holder = own(minute);
      does = holder?.kind === 'cover' && holder.id === cover.id && holder.insteadOf !== cover.responderId;
    }
    if (does === idle.has(cover.id)) throw new Disagreement(`cover ${cover.id}: has effect ${does}`);
  }
}

/** Null, or where and how the two do not agree. */
function disagreement(number: number): string | null {
  const window = windowOf(number);
  const { random, fromMinute, toMinute } = window;
  try {
    compareSchedules(window);
    compareGaps(window);
    compareCoverage(window);
    if (random(4) === 0) compareCovers(window);
    if (random(4) === 0) compareMoment(window, fromMinute + random(toMinute - fromMinute), pick(random, KEYS));
    return null;
  } catch (error) {
    if (error instanceof Disagreement) return `#${number} ${error.message}`;
    throw error;
  }
}

test(
  `agrees with an oracle that asks every minute, on ${SCHEDULES} random schedules over nights when clocks change`,
  () => {
    for (let number = 0; number < SCHEDULES; number += 1) expect(disagreement(number)).toBeNull();
  },
  120_000 + SCHEDULES * 400,
);
