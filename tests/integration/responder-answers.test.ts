import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { handoffOf } from './handoff-of.ts';

/** Whoever answers the desk is answered: after the close too, when they arrive, and when they are done. */

let night: Night;
let id: string;
beforeEach(async () => {
  night = await openNight();
  id = await night.report({ place: 'maple 3a', text: 'water is running through the ceiling', tier: 'P1' });
});
afterEach(() => night.end());

const MARCUS = 'Marcus Chen';
const marcus = () => night.phone(MARCUS);
const texts = (purpose: string): readonly string[] =>
  night
    .incident(id)
    .messages.filter((each) => each.purpose === purpose && each.toName === MARCUS)
    .map((each) => each.text);
const named = (): string => `#${night.incident(id).row.number} Maple Court 3A`;

describe('after the incident was closed', () => {
  beforeEach(async () => {
    await marcus().replies('1 20');
    await night.pass('10 min');
    await night.act({ type: 'resolve', incidentId: id, outcome: 'fixed', words: 'valve closed' });
    await night.pass('5 min');
  });

  it.each(['1', '1 999', '1B', '2', '3', 'DONE', 'ETA 45', 'yes'])('%s is answered: it is closed', async (words) => {
    const before = marcus().all().length;
    await marcus().replies(words);
    expect(marcus().all()).toHaveLength(before + 1);
    expect(marcus().last()).toBe(`Thank you, ${named()} was closed at 11:51 PM. Nothing more to do.`);
    expect(night.incident(id).row.status).toBe('resolved');
    // Kept with the incident, and nobody's call to return.
    expect(night.incident(id).events.map((each) => each.event)).toContainEqual(
      expect.objectContaining({ type: 'replied', words }),
    );
    expect(night.core.api.inbox()).toEqual([]);
  });

  it('? and words that are no answer stay what they are', async () => {
    await marcus().replies('?');
    expect(marcus().last()).toMatch(/Nothing is open for you/);
    const before = marcus().all().length;
    await marcus().replies('left my ladder in the lobby');
    expect(marcus().all()).toHaveLength(before);
    expect(night.core.api.inbox()).toMatchObject([{ text: 'left my ladder in the lobby' }]);
  });

  it('a day later nothing is open, and that is said', async () => {
    night.clock.sleep(25 * 60 * 60_000);
    await night.pass('1 s');
    await marcus().replies('1');
    expect(marcus().last()).toMatch(/Nothing is open for you/);
    expect(night.core.api.inbox()).toEqual([]);
  });
});

it('digits nobody could place are no calls to return', async () => {
  await night.report({ place: 'elm 7', text: 'water is running through the ceiling', tier: 'P1' });
  await marcus().replies('1Z');
  await marcus().replies('call me about the pump');
  expect(handoffOf(night).callsToReturn.map((each) => each.wish)).toEqual(['call me about the pump']);
});

describe('whoever goes there', () => {
  it('hears that their arrival was noted, each time they say so', async () => {
    await marcus().replies('1 20');
    await marcus().replies('HERE');
    expect(marcus().last()).toBe(`Noted, you are at ${named()}. Reply DONE when it is fixed.`);
    await night.pass('1 min');
    await marcus().replies('HERE');
    expect(texts('confirm').at(-1)).toMatch(/^Noted, you are at/);
  });

  it('is thanked for DONE, not stood down; the others stand down', async () => {
    await night.pass('8 min');
    await marcus().replies('1 20');
    await marcus().replies('DONE');
    expect(marcus().last()).toBe(`Thank you, ${named()} was closed at 11:49 PM. Nothing more to do.`);
    expect(texts('standDown')).toEqual([]);
    expect(night.phone('Aline Silva').last()).toMatch(/^STAND DOWN/);
  });

  it('is thanked as well when the desk closes it while they are there, and stood down while on the way', async () => {
    await marcus().replies('1 20');
    await marcus().replies('HERE');
    await night.act({ type: 'resolve', incidentId: id, outcome: 'madeSafe', words: 'capped' });
    expect(marcus().last()).toMatch(/^Thank you, .* was closed at/);
    await night.act({ type: 'reopen', incidentId: id, words: 'again' });
    await marcus().replies('1 20');
    await night.act({ type: 'resolve', incidentId: id, outcome: 'falseAlarm', words: 'it was rain' });
    expect(marcus().last()).toMatch(/^STAND DOWN/);
  });
});

describe('the text that wakes them', () => {
  it('says whom to call when the desk falls silent, in the first step that reaches anybody', async () => {
    const { api } = night.core;
    const { sources } = api.calendar({ from: night.clock.now(), to: night.clock.now() + 86_400_000 });
    for (const each of sources.shifts) api.removeShift(each.id);
    for (const each of sources.rotations) api.removeRotation(each.id);
    for (const each of sources.covers) api.removeCover(each.id);
    const other = await night.report({ place: 'elm 7', text: 'water is running through the ceiling' });
    const steps = () => night.incident(other).messages.filter((each) => each.purpose === 'step');
    const silent = /No word in 10 min: call|Sin noticias en 10 min: llame/;
    const [first] = steps();
    expect(
      night
        .incident(other)
        .ladder.map((each) => each.state)
        .slice(0, 3),
    ).toEqual(['skipped', 'skipped', 'fired']);
    expect(first?.text).toMatch(silent);
    await night.pass('8 min');
    expect(steps().length).toBeGreaterThan(1);
    expect(
      steps()
        .slice(1)
        .filter((each) => silent.test(each.text)),
    ).toEqual([]);
  });

  const woken = async (text: string): Promise<string> => {
    const view = night.incident(await night.report({ place: 'elm 7', text }));
    return view.messages.find((each) => each.purpose === 'step')?.text ?? '';
  };

  it.each([
    ['agua cayendo del techo sobre la luz', /^(?:LIVE POWER: touch no water|ELECTRICIDAD: no toque agua)/],
    ['sparks coming out of the outlet', /^(?:LIVE POWER|ELECTRICIDAD)/],
    ['smell of gas in the kitchen', /^(?:DO NOT ENTER|NO ENTRE)/],
    ['sewage is coming up in the bathtub', /^$/],
  ])('begins with the danger to whoever goes: %s', async (text, hazard) => {
    const [first = ''] = (await woken(text)).split('\n');
    expect(first.replace(/^(?:[A-Z] )?#\d+ P1 ?/, '')).toMatch(hazard);
  });

  it('says what to do, not what a resident said of themselves', async () => {
    const text = await woken('no heat in here and I have a newborn baby');
    expect(text).toMatch(/Why: no heat|Motivo: sin calefaccion/);
    expect(text).not.toMatch(/volunteered|menciono/);
  });
});

it('an estimate from whoever is waited for is told how it becomes a yes', async () => {
  await marcus().replies('ETA 45');
  expect(night.incident(id).holder).toBeNull();
  expect(marcus().last()).toBe(`Nobody has ${named()} yet. Reply 1 45 to take it and be there in 45 min, 2 no.`);
  await marcus().replies('1 45');
  expect(night.incident(id).holder?.name).toBe(MARCUS);
});
