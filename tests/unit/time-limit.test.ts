import { expect, it } from 'vitest';
import { withinLimit } from '../../electron/core/notify/time-limit.ts';

it('gives the answer that comes in time', async () => {
  expect(
    await withinLimit(
      async () => 'here',
      () => 'too late',
      { limitMs: 1_000 },
    ),
  ).toBe('here');
});

it('tells whoever is asked when the time is over', async () => {
  const heeds = (signal: AbortSignal): Promise<string> =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve('gave up')));
  expect(await withinLimit(heeds, () => 'too late', { limitMs: 20, graceMs: 1_000 })).toBe('gave up');
});

it('leaves behind whoever does not listen', async () => {
  expect(
    await withinLimit(
      () => new Promise<string>(() => {}),
      () => 'too late',
      { limitMs: 20 },
    ),
  ).toBe('too late');
});

it('passes a failure on', async () => {
  const fails = async (): Promise<string> => Promise.reject(new Error('no'));
  await expect(withinLimit(fails, () => 'too late', { limitMs: 1_000 })).rejects.toThrow('no');
});
