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

  describe('with a limit of work', () => {
    const LOADED = `${HEAD} parentPort.postMessage('loaded');`;
    const limits = { ...LIMITS, work: { ms: 300, startMs: 60_000 } };

    it('is not waited for once that is spent', async () => {
      const busy = answerOfThread(entry(`${LOADED} for (;;);`), null, limits);
      await expect(busy).rejects.toMatchObject({ kind: 'tooLong', message: 'a thread worked longer than 0.3 s' });
    });

    it('is waited for while it waits itself', async () => {
      const sleep = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 900);';
      expect(await answerOfThread(entry(`${LOADED} ${sleep} parentPort.postMessage('done');`), null, limits)).toBe(
        'done',
      );
    });

    it('has all of it for the work, however long it took to load', async () => {
      const load = 'const until = performance.now() + 600; while (performance.now() < until);';
      expect(await answerOfThread(entry(`${load} ${LOADED} parentPort.postMessage('done');`), null, limits)).toBe(
        'done',
      );
    });

    it('may be quick: what it posts while nobody waits is not lost', async () => {
      const quick = entry(`${LOADED} parentPort.postMessage('done');`);
      const block = () => {
        const until = performance.now() + 150;
        while (performance.now() < until);
      };
      for (let times = 0; times < 5; times += 1) {
        const answer = answerOfThread(quick, null, limits);
        // Both messages and the end arrive while this thread is busy.
        const busy = setInterval(block, 1);
        expect(await answer).toBe('done');
        clearInterval(busy);
      }
    });

    it('is not waited for where it does not even load', async () => {
      const never = answerOfThread(entry('for (;;);'), null, { ...limits, work: { ms: 300, startMs: 200 } });
      await expect(never).rejects.toMatchObject({ kind: 'tooLong' });
    });
  });

  it('needs a job that can cross', async () => {
    await expect(answerOfThread(entry(''), { run: () => 1 }, LIMITS)).rejects.toThrow(/could not be cloned/);
  });
});
