import { setTimeout as pause } from 'node:timers/promises';
import type { FastNight } from './fast-night.ts';
import type { SinkAnswer } from './kannel-sink.ts';

export type Kills = {
  readonly seed: number;
  readonly kills: number;
  /** Fewer reports prove little. A busy machine answers fewer between two kills, so there more kills follow, each after an answer. */
  readonly leastReports: number;
  readonly mostReports: number;
  /** Without it a core that never starts would be killed for ever. */
  readonly budgetMs: number;
};

/** People who report at once. */
const REPORTERS = 6;

/**
 * SIGKILL at random moments, while reports come in and ladders climb; afterwards the core runs until nothing waits. The
 * seed repeats the choices; the moments themselves depend on the machine. Returns the number of kills.
 */
export async function killAtRandom(night: FastNight, options: Kills): Promise<number> {
  const random = randomFrom(options.seed);
  night.sink.answerWith(() => trouble(random));
  const stopAt = performance.now() + options.budgetMs;
  let kills = 0;
  let isOver = false;
  const reporting = Array.from({ length: REPORTERS }, async () => {
    while (!isOver && night.presses() < options.mostReports) {
      // Rule 9 lets a P2 wait a quarter of an hour for its phone, a P1 a minute.
      await night.report('P1');
      // Spread over the whole run, however many kills it has.
      await pause(random() * 20 * options.kills);
    }
  });
  const isEnough = (): boolean => kills >= options.kills && night.accepted().length >= options.leastReports;
  while (!isEnough() && performance.now() < stopAt) {
    // Now and then while it is still starting: migration, recovery and catching up are killed as well.
    const isEarly = kills < options.kills && random() < 0.35;
    if (!isEarly) await night.child().ready;
    if (kills >= options.kills) await answered(night, stopAt);
    const isLong = random() < 0.15;
    await pause(random() * (isEarly ? 500 : isLong ? 2_000 : 600));
    await night.child().kill();
    kills += 1;
    night.startAgain();
  }
  isOver = true;
  await night.child().ready;
  await Promise.all(reporting);
  night.sink.answerWith(() => 'accept');
  await night.quiet();
  return kills;
}

/** Until one more report has been accepted, or time is over: killed by the clock alone, a slow core would never answer. */
async function answered(night: FastNight, stopAt: number): Promise<void> {
  const before = night.accepted().length;
  while (night.accepted().length === before && performance.now() < stopAt) await pause(20);
}

/** A night at a gateway: mostly well, sometimes slow, full, or gone before the answer. */
async function trouble(random: () => number): Promise<SinkAnswer> {
  const dice = random();
  if (dice < 0.3) await pause(random() * 400);
  return dice > 0.97 ? 'lose' : dice > 0.93 ? 'full' : 'accept';
}

/** Small, fast, and the same everywhere: mulberry32, a public-domain recipe. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
