import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';

/** Between the yes and the end, with real texts, a real database and a core that is started again in the middle. */

let night: Night;
let id: string;
beforeEach(async () => {
  night = await openNight();
  id = await night.report({ place: 'maple 3a', text: 'water is running through the ceiling', tier: 'P1' });
});
afterEach(() => night.end());

const idOf = (name: string): string =>
  night.core.api.portfolio().responders.find((each) => each.name === name)?.id ?? 'nobody';
const DRYRIGHT = 'DryRight on-call';

describe('rule 6: send vendor', () => {
  const send = () => night.act({ type: 'sendVendor', incidentId: id, responderId: null, reason: 'needs pumps' });

  it('is listed in order, asked by text, and answers beside whoever has it', async () => {
    await night.phone('Marcus Chen').replies('1 20');
    expect(night.incident(id).vendors[0]).toMatchObject({ name: DRYRIGHT, leftOut: null });
    expect(await send()).toMatchObject({ ok: true });
    expect(night.phone(DRYRIGHT).last()).toMatch(/^#\d+ P1 PLEASE COME\nMaple Court 3A/);
    expect(night.incident(id).vendor).toMatchObject({ asked: { name: DRYRIGHT }, accepted: null });
    await night.phone(DRYRIGHT).replies('1 45');
    expect(night.incident(id).vendor).toMatchObject({ asked: null, accepted: { name: DRYRIGHT } });
    expect(night.incident(id).holder?.name).toBe('Marcus Chen');
    expect(night.phone(DRYRIGHT).last()).toMatch(/Marcus Chen \(Harbor Plumbing\) has it too/);
    expect(night.phone('Marcus Chen').last()).toMatch(/DryRight .*is coming too/);
  });

  it('goes on over a start of the core: ten minutes, then nobody is left', async () => {
    await send();
    expect(night.incident(id).vendors.find((each) => each.name === DRYRIGHT)?.leftOut).toBe('asked');
    await night.pass('5 min');
    await night.restart();
    await night.pass('6 min');
    expect(night.incident(id).alarms).toContain('vendorsSpent');
    expect(await send()).toMatchObject({ ok: false, code: 'noVendor' });
  });

  it('leaves out who is not insured any more, in the list and in the log', async () => {
    const { api } = night.core;
    const row = api.portfolio().responders.find((each) => each.name === DRYRIGHT);
    if (!row) throw new Error('no vendor');
    const terms = { order: 1, propertyIds: [], groups: [], hours: [], callOutUsd: 200, spendingLimitUsd: 500 };
    const vendor = { ...terms, insuredUntil: '2026-11-01' };
    api.saveResponder({ ...row, phone: row.phone ?? '', trades: [...row.trades], vendor });
    expect(night.incident(id).vendors.find((each) => each.name === DRYRIGHT)?.leftOut).toBe('notInsured');
    expect(await send()).toMatchObject({ ok: false, code: 'noVendor' });
    // By name it is the coordinator's own decision.
    const byName = {
      type: 'sendVendor',
      incidentId: id,
      responderId: row.id,
      reason: 'their policy is renewed',
    } as const;
    expect(await night.act(byName)).toMatchObject({ ok: true });
  });
});

describe('rule 6: hold, add, hand over, stand down, connect', () => {
  it('a hold is kept over a start of the core, and ends by itself', async () => {
    await night.pass('3 min');
    await night.act({ type: 'hold', incidentId: id, minutes: 5, reason: 'calling back' });
    await night.restart();
    expect(night.incident(id).hold).toMatchObject({ by: 'Rosa Alvarez', reason: 'calling back' });
    expect(night.incident(id).next?.kind).toBe('hold');
    await night.pass('4 min');
    expect(night.phone('Aline Silva').all()).toEqual([]);
    await night.pass('7 min');
    expect(night.phone('Aline Silva').all()).toHaveLength(1);
  });

  it('a person added by name is woken, and may take it', async () => {
    const luis = idOf('Luis Herrera');
    expect(await night.act({ type: 'addPerson', incidentId: id, responderId: luis, words: 'next door' })).toMatchObject(
      {
        ok: true,
      },
    );
    expect(night.phone('Luis Herrera').last()).toMatch(/^#\d+ P1\n/);
    await night.phone('Luis Herrera').replies('1 10');
    expect(night.incident(id).holder?.name).toBe('Luis Herrera');
  });

  it('handed over: the other reads what it is about, whoever had it that they are free', async () => {
    await night.phone('Marcus Chen').replies('1 60');
    const to = { responderId: idOf('Luis Herrera'), via: 'phone', words: 'I am next door', etaMinutes: 10 } as const;
    expect(await night.act({ type: 'handOver', incidentId: id, ...to })).toMatchObject({ ok: true });
    expect(night.incident(id).holder).toMatchObject({ name: 'Luis Herrera', how: 'onBehalf' });
    expect(night.phone('Luis Herrera').all()).toHaveLength(2);
    expect(night.phone('Marcus Chen').last()).toMatch(/Luis Herrera .*has it\. Stand easy/);
  });

  it('stood down, they read why; not put through, they read whom to call', async () => {
    const marcus = idOf('Marcus Chen');
    await night.act({ type: 'connect', incidentId: id, responderId: marcus, result: 'notReached' });
    expect(night.phone('Marcus Chen').last()).toMatch(/please call .* now/);
    await night.act({ type: 'standDown', incidentId: id, responderId: marcus, reason: 'wrong trade' });
    expect(night.phone('Marcus Chen').last()).toMatch(/^STAND DOWN .*wrong trade/);
    expect(night.phone('Aline Silva').all()).toHaveLength(1);
  });

  it('3: the desk is alarmed and the writer answered', async () => {
    await night.phone('Marcus Chen').replies('3');
    expect(night.phone('Marcus Chen').last()).toMatch(/^Noted: no emergency at/);
    expect(night.incident(id)).toMatchObject({ notEmergency: { name: 'Marcus Chen' }, alarms: ['notEmergency'] });
    expect(night.core.api.inbox()).toEqual([]);
  });
});
