import { describe, expect, it } from 'vitest';
import { answerOfThread, keptThread, ThreadTrouble } from '#core/thread';

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

  it('needs a job that can cross', async () => {
    await expect(answerOfThread(entry(''), { run: () => 1 }, LIMITS)).rejects.toThrow(/could not be cloned/);
  });
});

describe('a kept thread', () => {
  /** Answers each job by `body`, in which it is `job`. */
  const answering = (body: string, before = ''): URL =>
    entry(`import { parentPort } from 'node:worker_threads'; ${before}
      parentPort.on('message', async (job) => { ${body} });
      parentPort.postMessage({ answer: null });`);
  const limits = { limitMs: 60_000, workMs: 300, memory: { maxOldGenerationSizeMb: 64 } };
  const counting = 'let count = 0;';

  it('answers one job after the other, and has loaded once', async () => {
    const ask = keptThread<number, number>(
      answering('parentPort.postMessage({ answer: job + count++ });', counting),
      limits,
    );
    expect(await Promise.all([ask(10), ask(20), ask(30)])).toEqual([10, 21, 32]);
  });

  it('is another one after a job that worked too long, and the next is answered', async () => {
    const body = "if (job === 'busy') for (;;); parentPort.postMessage({ answer: count++ });";
    const ask = keptThread<string, number>(answering(body, counting), limits);
    expect(await ask('first')).toBe(0);
    await expect(ask('busy')).rejects.toMatchObject({ kind: 'tooLong', message: 'a thread worked longer than 0.3 s' });
    expect(await ask('next')).toBe(0);
  });

  it('is waited for while it waits itself, but not for ever', async () => {
    const sleep =
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, job); parentPort.postMessage({ answer: 1 });';
    expect(await keptThread<number, number>(answering(sleep), limits)(900)).toBe(1);
    const short = keptThread<number, number>(answering(sleep), { ...limits, limitMs: 200 });
    await expect(short(60_000)).rejects.toMatchObject({ kind: 'tooLong', message: 'a thread took longer than 0.2 s' });
  });

  it('has all its work for the job, however long it took to load', async () => {
    const load = 'const until = performance.now() + 600; while (performance.now() < until);';
    expect(
      await keptThread<null, number>(answering('parentPort.postMessage({ answer: 7 });', load), limits)(null),
    ).toBe(7);
  });

  it.each([
    ['throws', "throw new Error('the page has no end')", /the page has no end/],
    ['ends', 'process.exit(3)', /without an answer \(3\)/],
    ['takes all memory', 'const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()));', /memory/],
  ])('says so where a job %s, and goes on with the next', async (_what, harm, message) => {
    const body = `if (job) { ${harm} } parentPort.postMessage({ answer: 'fine' });`;
    const ask = keptThread<boolean, string>(answering(body), { ...limits, workMs: 60_000 });
    await expect(ask(true)).rejects.toThrow(message);
    expect(await ask(false)).toBe('fine');
  });
});
