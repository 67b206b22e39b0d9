import { expect, it } from 'vitest';
import type { GatewayHealth } from '../../electron/core/notify/driver.ts';
import { poller } from '../../electron/core/notify/gateways/poller.ts';
import { until } from '../patience.ts';

/** Asking a gateway again and again, on a timer that is a list. */

const DOWN: GatewayHealth = { level: 'down', detail: 'unreachable' };

function byHand() {
  const due: (() => void)[] = [];
  const pauses: number[] = [];
  const rounds: boolean[] = [];
  const log: string[] = [];
  let answer: () => Promise<GatewayHealth | null> = async () => null;
  let open = 0;
  let mostOpen = 0;
  const polling = poller({
    name: 'test',
    everyMs: 5_000,
    timer: (delayMs, run) => {
      pauses.push(delayMs);
      due.push(run);
    },
    async poll(_, isThorough) {
      rounds.push(isThorough);
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      try {
        return await answer();
      } finally {
        open -= 1;
      }
    },
    log: (_, message) => void log.push(message),
  });
  return {
    polling,
    pauses,
    rounds,
    log,
    mostOpen: () => mostOpen,
    answerWith(next: () => Promise<GatewayHealth | null>) {
      answer = next;
    },
    /** The next round, until its pause is asked for. */
    async pass() {
      const before = pauses.length;
      due.shift()?.();
      await until(() => pauses.length > before, 'the round to end');
    },
  };
}

it('asks at once, thoroughly, then at its pace, and thoroughly again now and then', async () => {
  const { polling, pauses, rounds, pass } = byHand();
  polling.start();
  await until(() => pauses.length === 1, 'the first round');
  for (let count = 0; count < 61; count += 1) await pass();
  expect(rounds.flatMap((isThorough, index) => (isThorough ? [index] : []))).toEqual([0, 60]);
  expect(new Set(pauses)).toEqual(new Set([5_000]));
});

it('leaves more and more room while it fails, says so once, and is quick again as soon as it works', async () => {
  const { polling, pauses, log, pass, answerWith } = byHand();
  answerWith(async () => DOWN);
  polling.start();
  await until(() => pauses.length === 1, 'the first round');
  for (let count = 0; count < 5; count += 1) await pass();
  expect(pauses).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  expect(log).toHaveLength(1);
  expect(polling.trouble()).toEqual(DOWN);
  answerWith(async () => null);
  await pass();
  expect(pauses.at(-1)).toBe(5_000);
  expect(polling.trouble()).toBeNull();
});

it('goes on after a commit that failed', async () => {
  const { polling, pauses, pass, answerWith } = byHand();
  answerWith(() => Promise.reject(new RangeError('the disk is full')));
  polling.start();
  await until(() => pauses.length === 1, 'the first round');
  expect(polling.trouble()).toEqual({ level: 'warn', detail: 'repliesNotFetched:RangeError' });
  answerWith(async () => null);
  await pass();
  expect(polling.trouble()).toBeNull();
});

it('never makes two rounds at once, and one that is asked for comes after the one under way', async () => {
  const { polling, rounds, mostOpen, answerWith } = byHand();
  const waiting: (() => void)[] = [];
  answerWith(() => new Promise((resolve) => void waiting.push(() => resolve(null))));
  polling.start();
  await until(() => waiting.length === 1, 'the first round to begin');
  const now = polling.now(new AbortController().signal);
  waiting.shift()?.();
  await until(() => waiting.length === 1, 'the second round to begin');
  waiting.shift()?.();
  await now;
  expect(rounds).toEqual([true, true]);
  expect(mostOpen()).toBe(1);
});

it('does nothing once it is stopped, whatever the timer says, and begins anew', async () => {
  const { polling, pauses, rounds, pass } = byHand();
  polling.start();
  await until(() => pauses.length === 1, 'the first round');
  await polling.stop();
  const left = pass();
  await polling.now(new AbortController().signal);
  expect(rounds).toHaveLength(1);
  polling.start();
  await left;
  expect(rounds).toHaveLength(2);
});
