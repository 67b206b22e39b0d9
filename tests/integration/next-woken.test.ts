import { afterEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

/** What is said to come next is what comes: somebody who can be reached. */

let night: Night;
afterEach(() => night.end());

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;

function withoutNumber(name: string): void {
  const row = night.core.api.portfolio().responders.find((each) => each.name === name);
  if (!row) throw new Error(`nobody is called ${name}`);
  expect(night.core.api.saveResponder({ ...row, phone: '', trades: [...row.trades] })).toMatchObject({ ok: true });
}

describe('what an incident says comes next', () => {
  it('names whom the next step wakes, not somebody without a number', async () => {
    night = await openNight();
    withoutNumber('Aline Silva');
    const id = await night.report(LEAK);
    expect(night.incident(id).next).toMatchObject({ kind: 'step', names: ['Nadia Petrov'] });
  });
});
