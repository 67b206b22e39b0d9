import { afterEach, describe, expect, it } from 'vitest';
import type { Responder, Trade } from '#shared/contract';
import { dayOf, instantOfWallTime } from '#shared/oncall';
import { type Night, openNight } from '../world.ts';

/** A reminder and an incident on one telephone, and what was told when the plan grows or shrinks (PRODUCT 6). */

let night: Night;
afterEach(() => night.end());

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const OMAR = 'Omar Haddad';
const BEA = 'Bea Thompson';
const SUNDAY = instantOfWallTime('America/New_York', dayOf('2026-11-22'), '12:00');
const SPARKS = { text: 'sparks from the panel', place: 'maple 3a', tier: 'P1' } as const;

const api = () => night.core.api;
const named = (name: string): Responder => {
  const found = api()
    .portfolio()
    .responders.find((each) => each.name === name);
  if (!found) throw new Error(`nobody called ${name}`);
  return found;
};
const keyOf = (trade: Trade) => ({ trade, role: 'primary', propertyId: null, group: null }) as const;
function cover(startsAt: number, endsAt: number, over: { trade?: Trade; name?: string } = {}): void {
  const { trade = 'plumbing', name = OMAR } = over;
  const input = { ...keyOf(trade), responderId: named(name).id, startsAt, endsAt, reason: 'away' };
  const answer = api().addCover(input);
  if (!answer.ok) throw new Error(answer.reason.en);
}
const texts = (name = OMAR) => night.phone(name).all();
const last = (name = OMAR) => night.phone(name).last();
const rows = () =>
  api()
    .outlook()
    .reminders.filter((each) => each.responderId === named(OMAR).id && each.startsAt < SUNDAY + DAY_MS)
    .map(({ startsAt, endsAt, trades, state }) => [
      (startsAt - SUNDAY) / HOUR_MS,
      (endsAt - SUNDAY) / HOUR_MS,
      trades.join(' '),
      state,
    ]);

/** Saturday 11:50; Omar stands in for the electrician and knows it. */
async function openOnCall(): Promise<void> {
  night = await openNight({ at: SUNDAY - DAY_MS - 10 * 60_000 });
  cover(night.clock.now(), SUNDAY - 18 * HOUR_MS, { trade: 'electrical' });
  await night.pass('1 min');
  await night.phone(OMAR).replies('CONFIRM');
}
/** An incident waits for him, and then he is reminded of a shift that begins within the hour. */
async function openBoth(): Promise<string> {
  await openOnCall();
  const id = await night.report(SPARKS);
  cover(night.clock.now() + HOUR_MS / 2, night.clock.now() + 3 * HOUR_MS);
  await night.pass('1 min');
  expect(last()).toMatch(/plumbing primary\. Please reply CONFIRM\.$/);
  return id;
}
const stateOfPlumbing = () => rows().find((row) => row[2] === 'plumbing')?.[3];

describe('where an incident waits and the reminder is the newer text', () => {
  it.each(['OK', '1', 'yes', '👍', 'no', '2'])('"%s" changes nothing and is asked which is meant', async (words) => {
    const id = await openBoth();
    await night.phone(OMAR).replies(words);
    const { holder, row } = night.incident(id);
    expect([holder, row.status, stateOfPlumbing()]).toEqual([null, 'running', 'delivered']);
    expect(last()).toBe('Which do you mean? Nothing has changed. 1A takes #1001, 2A passes. CONFIRM is the shift.');
    // A no may be about the shift, and then a person has to find somebody else.
    expect(
      api()
        .inbox()
        .map((each) => each.text),
    ).toEqual(['no', '2'].includes(words) ? [words] : []);
    await night.phone(OMAR).replies('1a');
    expect([night.incident(id).holder?.name, stateOfPlumbing()]).toEqual([OMAR, 'delivered']);
  });

  it.each(['on my way', '1 20', '1A'])('"%s" can only mean the incident', async (words) => {
    const id = await openBoth();
    await night.phone(OMAR).replies(words);
    expect([night.incident(id).holder?.name, stateOfPlumbing()]).toEqual([OMAR, 'delivered']);
  });

  it('CONFIRM is the shift, as suggested', async () => {
    const id = await openBoth();
    await night.phone(OMAR).replies('OK');
    await night.phone(OMAR).replies('CONFIRM');
    expect([night.incident(id).holder, stateOfPlumbing()]).toEqual([null, 'confirmed']);
  });

  it('a no is not taken for the incident that he has', async () => {
    const id = await openBoth();
    await night.phone(OMAR).replies('1A 20');
    await night.pass('1 min');
    cover(night.clock.now() + HOUR_MS / 2, night.clock.now() + 2 * HOUR_MS, { trade: 'hvac' });
    await night.pass('1 min');
    await night.phone(OMAR).replies('no');
    expect(night.incident(id).holder?.name).toBe(OMAR);
    expect(last()).toMatch(/^Which do you mean/);
    await night.phone(OMAR).replies('ok');
    expect([stateOfPlumbing(), last()]).toEqual(['confirmed', expect.stringMatching(/^Thank you, confirmed/)]);
  });

  it('and the incident is the newer text, a mere OK takes it', async () => {
    await openOnCall();
    cover(SUNDAY, SUNDAY + HOUR_MS);
    await night.pass('12 min');
    expect(last()).toMatch(/Please reply CONFIRM/);
    const id = await night.report(SPARKS);
    await night.phone(OMAR).replies('OK');
    expect([night.incident(id).holder?.name, stateOfPlumbing()]).toEqual([OMAR, 'delivered']);
  });
});

it('nobody is reminded while an incident waits for them, and is when it is over', async () => {
  await openOnCall();
  cover(SUNDAY, SUNDAY + HOUR_MS);
  const id = await night.report(SPARKS);
  await night.pass('20 min');
  expect(texts().filter((text) => /plumbing/.test(text))).toEqual([]);
  expect(stateOfPlumbing()).toBe('due');
  await night.act({ type: 'resolve', incidentId: id, outcome: 'falseAlarm', words: 'nothing there' });
  await night.pass('1 min');
  expect(last()).toMatch(/Sun Nov 22 12:00 .*plumbing primary/);
});

describe('a duty that is added', () => {
  /** Saturday 20:30, and Omar has confirmed the electrical shift of Sunday, 12 to 20. */
  async function openConfirmed(): Promise<void> {
    night = await openNight({ at: SUNDAY - 15.5 * HOUR_MS });
    cover(SUNDAY, SUNDAY + 8 * HOUR_MS, { trade: 'electrical' });
    await night.pass('1 min');
    await night.phone(OMAR).replies('CONFIRM');
    expect(rows()).toEqual([[0, 8, 'electrical', 'confirmed']]);
  }

  it('of another trade is told, and is not confirmed by what was', async () => {
    await openConfirmed();
    cover(SUNDAY + 2 * HOUR_MS, SUNDAY + 20 * HOUR_MS);
    await night.pass('1 min');
    expect(last()).toMatch(/you are on call Sun Nov 22 14:00 to Mon Nov 23 08:00 EST, plumbing primary\./);
    expect(rows()).toEqual([
      [0, 8, 'electrical', 'confirmed'],
      [2, 20, 'plumbing', 'delivered'],
    ]);
  });

  it('of the same trade, past the end that was confirmed, is told', async () => {
    await openConfirmed();
    cover(SUNDAY + 8 * HOUR_MS, SUNDAY + 12 * HOUR_MS, { trade: 'electrical' });
    await night.pass('1 min');
    expect(last()).toMatch(/Sun Nov 22 20:00 to Mon Nov 23 00:00 EST, electrical primary\./);
    expect(rows()).toEqual([
      [0, 8, 'electrical', 'confirmed'],
      [8, 12, 'electrical', 'delivered'],
    ]);
  });

  it('now, to somebody who is on call for something else, is told', async () => {
    await openOnCall();
    const before = texts().length;
    api().takeOver({ ...keyOf('plumbing'), responderId: named(OMAR).id, until: SUNDAY, reason: 'flu' });
    await night.pass('1 min');
    expect(texts()).toHaveLength(before + 1);
    expect(last()).toMatch(/you are on call now until Sun Nov 22 12:00 EST, plumbing primary\./);
  });

  it('and taken away again is taken back by its own name, the rest stays', async () => {
    await openConfirmed();
    cover(SUNDAY, SUNDAY + 8 * HOUR_MS);
    await night.pass('1 min');
    cover(SUNDAY, SUNDAY + 8 * HOUR_MS, { name: BEA });
    await night.pass('5 min');
    expect(last()).toMatch(/no longer on call Sun Nov 22 12:00 to Sun Nov 22 20:00 EST, plumbing primary\./);
    expect(rows()).toEqual([[0, 8, 'electrical', 'confirmed']]);
  });
});

describe('while the gateway takes no texts', () => {
  /** Saturday 20:30: one reminder has left, another has not, for four hours from Sunday noon on. */
  async function openWaiting(how: 'down' | 'refusing'): Promise<void> {
    night = await openNight({ at: SUNDAY - 15.5 * HOUR_MS });
    cover(SUNDAY - 4 * HOUR_MS, SUNDAY - 2 * HOUR_MS, { trade: 'hvac' });
    await night.pass('1 min');
    api().practiceTrouble(how);
    cover(SUNDAY, SUNDAY + 4 * HOUR_MS);
    await night.pass('1 min');
    expect(rows().map((row) => row.slice(2))).toEqual([
      ['hvac', 'delivered'],
      ['plumbing', 'due'],
    ]);
  }

  it('an OK confirms what has left before it, and says what that was', async () => {
    await openWaiting('refusing');
    await night.phone(OMAR).replies('OK');
    expect(rows().map((row) => row.slice(2))).toEqual([
      ['hvac', 'confirmed'],
      ['plumbing', 'due'],
    ]);
    api().practiceTrouble('none');
    await night.pass('5 min');
    expect(texts()).toContain('Thank you, confirmed: on call Sun Nov 22 08:00 to Sun Nov 22 10:00 EST.');
    expect(stateOfPlumbing()).toBe('delivered');
  });

  it('a text of which a part is true no more never leaves; what is left is told', async () => {
    await openWaiting('down');
    cover(SUNDAY, SUNDAY + 2 * HOUR_MS, { name: BEA });
    await night.pass('4 min');
    expect(rows()).toContainEqual([2, 4, 'plumbing', 'due']);
    api().practiceTrouble('none');
    await night.pass('2 min');
    expect(texts().slice(1)).toEqual([
      expect.stringMatching(/you are on call Sun Nov 22 14:00 to Sun Nov 22 16:00 EST, plumbing primary\./),
    ]);
  });
});

it('a telephone of two people is told whose shift it confirmed', async () => {
  night = await openNight({ at: SUNDAY - 15.5 * HOUR_MS });
  const { phone, trades, ...bea } = named(BEA);
  api().saveResponder({ ...bea, phone: named(OMAR).phone ?? phone ?? '', trades: [...trades] });
  cover(SUNDAY, SUNDAY + HOUR_MS, { trade: 'hvac' });
  cover(SUNDAY, SUNDAY + 2 * HOUR_MS, { trade: 'electrical', name: BEA });
  await night.pass('1 min');
  const number = named(OMAR).phone ?? '';
  await api().practiceReply({ phone: number, text: 'CONFIRM' });
  await night.settle();
  const thanks = api()
    .practicePhones()
    .find((each) => each.phone === number)
    ?.messages.at(-1)?.text;
  expect(thanks).toMatch(/Omar Haddad Sun Nov 22 12:00 to Sun Nov 22 13:00/);
  expect(thanks).toMatch(/Bea Thompson Sun Nov 22 12:00/);
});
