import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoverInput } from '#shared/contract';
import { type Night, openNight } from '../world.ts';

const LEAK = { text: 'water is pouring through the ceiling', place: 'maple 14b' } as const;

/** Dispatch reads the schedule that the calendar shows, at the second in which a step fires. */
describe('dispatch by the final schedule', () => {
  let night: Night;
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(() => night.end());

  const idOf = (name: string): string => {
    const found = night.core.api.portfolio().responders.find((each) => each.name === name);
    if (!found) throw new Error(`the demo has no ${name}`);
    return found.id;
  };
  const cover = (given: Partial<CoverInput>): void => {
    const now = night.clock.now();
    const answer = night.core.api.addCover({
      trade: 'plumbing',
      role: 'primary',
      propertyId: null,
      group: null,
      responderId: idOf('Omar Haddad'),
      startsAt: now,
      endsAt: now + 3_600_000,
      reason: 'ill',
      ...given,
    });
    if (!answer.ok) throw new Error(answer.reason.en);
  };
  const wokenFirst = async (): Promise<string> => {
    const id = await night.report(LEAK);
    return night.incident(id).ladder[0]?.recipients[0]?.name ?? 'nobody';
  };

  it('a cover that began one second ago is called, and one that ended one second ago is not', async () => {
    const planned = night.core.api.onCallNow().find((each) => each.trade === 'plumbing')?.primary?.name;
    cover({ endsAt: night.clock.now() + 10_000 });
    await night.pass('1 s');
    expect(await wokenFirst()).toBe('Omar Haddad');
    await night.pass('10 s');
    expect(await wokenFirst()).toBe(planned);
  });
});
