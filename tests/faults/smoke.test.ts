import { describe, expect, it } from 'vitest';
import { CLOCK_FAULTS } from './clock-faults.ts';
import { isGood } from './fault.ts';

/** The cheapest fault of `npm run test:faults`, so that the machinery itself does not rot. */
describe('faults', () => {
  it.each(CLOCK_FAULTS.slice(0, 1))('$name: $about', async ({ run }) => {
    const outcome = await run();
    if ('skipped' in outcome) throw new Error(outcome.skipped);
    expect(outcome).toMatchObject({ lost: 0, missed: 0, wrong: [] });
    expect(isGood(outcome)).toBe(true);
  });
});
