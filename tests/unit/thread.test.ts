import { describe, expect, it } from 'vitest';
import { answerOfThread, ThreadTrouble } from '#core/thread';

const entry = (source: string): URL => new URL(`data:text/javascript,${encodeURIComponent(source)}`);
const LIMITS = { limitMs: 60_000, memory: { maxOldGenerationSizeMb: 64 } };
const HEAD = `import { parentPort, workerData } from 'node:worker_threads';`;

describe('the answer of a thread', () => {
  it('is the one message it posts', async () => {
    const answer = answerOfThread<number>(
      entry(`${HEAD} parentPort.postMessage(workerData.n + 1);`),
      { n: 41 },
      LIMITS,
    );
    expect(await answer).toBe(42);
  });

  it.each([
    ['ends without one', 'process.exit(3)', /without an answer \(3\)/],
    ['throws', `throw new Error('the page has no end')`, /the page has no end/],
    [
      'takes all the memory it can get',
      'const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()));',
      /memory/,
    ],
  ])('is an error where it %s', async (_what, source, message) => {
    await expect(answerOfThread(entry(source), null, LIMITS)).rejects.toThrow(message);
  });

  it('is not waited for longer than its limit', async () => {
    const never = answerOfThread(entry('for (;;);'), null, { ...LIMITS, limitMs: 200 });
    await expect(never).rejects.toMatchObject({ kind: 'tooLong' });
    await expect(never).rejects.toBeInstanceOf(ThreadTrouble);
  });

  it('has its whole limit for the work where it says when it has loaded', async () => {
    const pause = 'const until = performance.now() + 1500; while (performance.now() < until);';
    const slow = entry(`${HEAD} ${pause} parentPort.postMessage('loaded'); parentPort.postMessage('done');`);
    const limits = { ...LIMITS, limitMs: 1_000 };
    await expect(answerOfThread(slow, null, limits)).rejects.toMatchObject({ kind: 'tooLong' });
    expect(await answerOfThread(slow, null, { ...limits, startMs: 60_000, limitMs: 60_000 })).toBe('done');
    await expect(answerOfThread(slow, null, { ...limits, startMs: 500 })).rejects.toMatchObject({ kind: 'tooLong' });
  });

  it('needs a job that can cross', async () => {
    await expect(answerOfThread(entry(''), { run: () => 1 }, LIMITS)).rejects.toThrow(/could not be cloned/);
  });
});
