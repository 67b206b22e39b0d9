import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Clockwork, clockwork, type Manager, type Watchdog, watchdog } from '#core/clockwork';
import { type FakeClock, fakeClock } from '../fake-clock.ts';

/** A part of the core that hangs must neither stop the ladders nor go unseen (PRODUCT 7.13). */

const START = 1_000_000;

type Told = { readonly atMs: number; readonly what: string };
let clock: FakeClock;
let told: Told[];
let runs: number[];
let stuck: { from: number; to: number }[];
let hang: { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void } | null;
let time: Clockwork;
let dog: Watchdog;

const tell = (what: string): void => void told.push({ atMs: clock.now() - START, what });
/** Lets what has been started go as far as it can without time. */
const settle = async (): Promise<void> => {
  for (let turns = 0; turns < 5; turns += 1) await turn();
};

/** Fires each second, as ladders do. */
const ladders: Manager = {
  name: 'ladders',
  nextDueAt: () => (runs.at(-1) ?? clock.now()) + (runs.length === 0 ? 0 : 1_000),
  run: (now) => void runs.push(now),
};
const sick: Manager = {
  name: 'sick',
  nextDueAt: (now) => (hang === null ? null : now),
  run: () => hang?.promise,
};

beforeEach(() => {
  clock = fakeClock(START);
  told = [];
  runs = [];
  stuck = [];
  hang = null;
  dog = watchdog(clock, {
    changed: (since, parts) => tell(since === null ? 'well' : `late ${parts.join()}`),
    wasStuck: (from, to) => stuck.push({ from: from - START, to: to - START }),
  });
  time = clockwork(clock, [sick, ladders], {
    wasBlind: async () => tell('blind'),
    clockMoved: async () => tell('moved'),
    failed: (manager, error) => tell(`failed ${manager} ${String(error)}`),
    worked: () => undefined,
    comesRound: dog.feed,
    leftBehind: dog.leftBehind,
    isBack: dog.isBack,
    longestNapMs: () => 30_000,
  });
  time.start();
});

describe('rule 13: a watchdog says when the clockwork itself is late', () => {
  it('rule 13: a manager that never comes back is seen in 5 s, left behind after 10 s, and the ladders go on', async () => {
    await clock.pass(3_000, settle);
    hang = Promise.withResolvers();
    await clock.pass(20_000, settle);
    expect(told).toEqual([{ atMs: expect.closeTo(9_000, -3), what: 'late ' }]);
    const since = told[0]?.atMs ?? 0;
    // Stood still for ten seconds, no longer.
    const gaps = runs.slice(1).map((at, index) => at - (runs[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(11_000);
    expect(runs.at(-1)).toBeGreaterThan(START + since + 5_000);
    // That is a blind time: nothing was watched between.
    expect(stuck).toEqual([{ from: expect.closeTo(4_000, -3), to: expect.closeTo(14_000, -3) }]);
    await clock.pass(60_000, settle);
    expect(runs.at(-1)).toBeGreaterThan(START + 80_000);
    expect(told).toHaveLength(1);
  });

  it('rule 13: it stays late for as long as a part is left behind, and is well once that has come back', async () => {
    const own = Promise.withResolvers<void>();
    hang = own;
    await clock.pass(20_000, settle);
    hang = null;
    own.resolve();
    await clock.pass(2_000, settle);
    expect(told.map((each) => each.what)).toEqual(['late ', 'well']);
  });

  it('rule 13: what ends in an error after it was left behind is told, and tried again', async () => {
    const own = Promise.withResolvers<void>();
    hang = own;
    await clock.pass(15_000, settle);
    hang = null;
    own.reject(new Error('too late'));
    await clock.pass(2_000, settle);
    expect(told.map((each) => each.what)).toEqual(['late ', 'failed sick Error: too late', 'well']);
  });

  it('rule 13: a computer that slept is blind, not late', async () => {
    await clock.pass(3_000, settle);
    clock.sleep(600_000);
    await clock.pass(30_000, settle);
    expect(told.map((each) => each.what)).toEqual(['blind']);
  });

  it('rule 13: a clock that is moved, and hours with nothing to do, are not late either', async () => {
    await clock.pass(3_000, settle);
    clock.moveWall(-3_600_000);
    await clock.pass(30_000, settle);
    clock.moveWall(7_200_000);
    await clock.pass(3_600_000, settle);
    expect(told.map((each) => each.what)).toEqual(['moved', 'moved']);
  });

  it('rule 13: it ends with the clockwork', async () => {
    await time.stop();
    dog.stop();
    await clock.pass(600_000, settle);
    expect(told).toEqual([]);
  });
});
