import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IncidentEvent, narrate } from '#shared/incident';
import { type Night, openNight, signIn } from '../world.ts';
import { handoffOf } from './handoff-of.ts';

/** What a phone reads, and what its short answers are taken for, when things have changed meanwhile (PRODUCT 7 and 8). */

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const LEAK = { text: 'water is running through the ceiling', place: 'maple 3a', tier: 'P1' } as const;
const CHEN = 'Marcus Chen';
const SILVA = 'Aline Silva';
const idOf = (name: string): string =>
  night.core.api.portfolio().responders.find((each) => each.name === name)?.id ?? 'nobody';
const handOver = (incidentId: string, name: string) =>
  night.act({
    type: 'handOver',
    incidentId,
    responderId: idOf(name),
    via: 'phone',
    words: 'she is nearer',
    etaMinutes: 20,
  });

describe('rule 9: a phone that asked much', () => {
  it('rule 9: hears at once that it is not theirs any more, however many answers it got before', async () => {
    const id = await night.report(LEAK);
    await night.phone(CHEN).replies('1 20');
    for (const reply of ['?', 'ETA 25', '?', 'ETA 30', '?', 'ETA 35', '?', 'ETA 40', '?', 'ETA 45', '?', '?']) {
      await night.phone(CHEN).replies(reply);
      await night.pass('30 s');
    }
    expect(night.phone(CHEN).all().length).toBeGreaterThan(8);
    expect(await handOver(id, SILVA)).toMatchObject({ ok: true });
    expect(night.phone(CHEN).last()).toMatch(/Aline Silva.* has it/);
  });

  it('rule 9: is woken for the next P2 as if it had asked nothing', async () => {
    await night.report(LEAK);
    await night.phone(CHEN).replies('1 20');
    for (const minutes of [25, 30, 35, 40, 45, 50]) await night.phone(CHEN).replies(`ETA ${minutes}`);
    await night.pass('61 s');
    await night.report({ text: 'no hot water in the unit', place: 'elm 7', tier: 'P2' });
    expect(night.phone(CHEN).last()).toMatch(/P2[\s\S]*Elm/);
  });
});

describe('rule 2: one who was sent home', () => {
  it('rule 2: answers what they are asked for now with a bare digit', async () => {
    const first = await night.report(LEAK);
    await night.pass('9 min');
    await night.phone(CHEN).replies('1 20');
    expect(night.phone(SILVA).last()).toMatch(/Marcus Chen.* has it/);
    await night.pass('1 min');
    const second = await night.report({ ...LEAK, place: 'elm 7' });
    await night.pass('9 min');
    expect(night.phone(SILVA).last()).toMatch(/Elm/);
    await night.phone(SILVA).replies('1 15');
    expect(night.incident(second).holder?.name).toBe(SILVA);
    expect(night.incident(first).holder?.name).toBe(CHEN);
  });
});

describe('rule 3: a vendor who was woken whatever else', () => {
  it('rule 3: is not sent home by a hand-over to somebody else', async () => {
    const id = await night.report(LEAK);
    await night.phone(CHEN).replies('1 60');
    await night.pass('31 min');
    expect(night.phone('DryRight on-call').last()).toMatch(/P1/);
    await handOver(id, SILVA);
    expect(night.phone('DryRight on-call').last()).toMatch(
      /Aline Silva.* has it now\. What you were asked before stands/,
    );
    expect(night.phone(CHEN).last()).toMatch(/Aline Silva.* has it\. Stand easy/);
  });
});

describe('rule 6: the leading incident of a house is resolved', () => {
  it('rule 6: a unit with words of its own is not closed with it, and climbs by itself', async () => {
    const at = (place: string, text: string) => night.report({ place, text, tier: 'P1' });
    const first = await at('maple 3a', 'a pipe burst, water everywhere');
    const same = await at('maple 5b', 'a pipe burst here as well');
    const other = await at('maple 2b', 'no heat at all and a pipe burst');
    await night.act({ type: 'link', incidentId: other, headId: first, withIt: [same] });
    const alone = night.incident(first).parts.filter((each) => each.isOnItsOwn);
    expect(alone.map((each) => each.id)).toEqual([other]);
    await night.act({ type: 'resolve', incidentId: first, outcome: 'fixed', words: 'valve shut' });
    expect(night.incident(same).row.status).toBe('resolved');
    expect(night.incident(other).row.status).toBe('running');
    expect(night.incident(other).partOf).toBeNull();
    expect(night.incident(first).parts.map((each) => each.id)).toEqual([same]);
  });
});

describe('rule 6: a responder writes 3', () => {
  it('rule 6: it is told as what was written, not as a talk that nobody knows of', async () => {
    const id = await night.report(LEAK);
    await night.phone(CHEN).replies('3');
    const { events } = night.incident(id);
    const said = events.map(({ event }) => event as IncidentEvent).filter(({ type }) => type === 'saidNotEmergency');
    expect(said.map((event) => narrate(event, 'en', 'UTC').sentence)).toEqual([
      'Marcus Chen wrote that it is no emergency',
    ]);
    expect(said.map((event) => narrate(event, 'es', 'UTC').sentence)).toEqual([
      'Marcus Chen escribió que no es emergencia',
    ]);
  });
});

describe('section 11: an alarm that nobody at the desk heard', () => {
  it('section 11: stands among what failed, with who was texted, though it was heard before the desk was unattended', async () => {
    await night.core.api.signOut();
    await signIn(night.core, 'manager');
    const id = await night.report(LEAK);
    night.core.desk.execute(id, { type: 'raiseAlarm', kind: 'withoutClock' }, { kind: 'core' });
    const since = night.clock.now();
    await night.settle();
    await night.pass('3 min');
    await night.act({ type: 'note', incidentId: id, words: 'back from the yard' });
    await night.pass('1 min');
    const { summary } = handoffOf(night);
    expect(summary.unattended).toEqual([]);
    expect(summary.unheard).toMatchObject([{ since, called: ['Priya Shah'] }]);
  });
});
