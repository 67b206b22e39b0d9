import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/escalation';
import { type Night, openNight } from '../world.ts';

/** What is said to come next is what comes: the clock that fires first, and somebody who can be reached. */

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

  it('counts to the desk alarm, which passes on to the next step before that step’s own time', async () => {
    night = await openNight({ signIn: false });
    const { staff, demoPins } = night.core.api.appInfo();
    const priya = staff.find((each) => each.name === 'Priya Shah');
    const pin = demoPins.find((each) => each.staffId === priya?.id)?.pin;
    if (!priya || pin === undefined) throw new Error('no manager in the demo');
    await night.core.api.signIn({ staffId: priya.id, pin });
    // Straight to whoever sits at the desk, then to the owner.
    const { P1 } = DEFAULT_POLICY.ladders;
    const id = await night.report({ ...LEAK, ladder: { ...P1, steps: P1.steps.slice(3) } });
    await night.pass('10 s');
    const { next, row } = night.incident(id);
    expect(next).toMatchObject({ kind: 'deskStep', names: expect.arrayContaining(['Victor Harmon']) });
    expect(row.next?.kind).toBe('deskStep');
  });
});
