import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Property, Responder } from '#shared/contract';
import { NIGHT, type Night, openNight } from '../world.ts';

/** What becomes of the plan when people are away or leave, and when properties change their group (PRODUCT 6). */

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const HOUR_MS = 60 * 60_000;
const PLUMBING = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
const OMAR = 'Omar Haddad';
const api = () => night.core.api;
const person = (name: string): Responder => {
  const found = api()
    .portfolio()
    .responders.find((each) => each.name === name);
  if (!found) throw new Error(`nobody called ${name}`);
  return found;
};
const property = (name: RegExp): Property => {
  const found = api()
    .portfolio()
    .properties.find((each) => name.test(each.name));
  if (!found) throw new Error(`no property called ${name}`);
  const { units: _, residents: __, ...row } = found;
  return row;
};
const notesOf = (answer: Answer<{ readonly notes: readonly { readonly en: string }[] }>): string => {
  if (!answer.ok) throw new Error(answer.reason.en);
  return answer.value.notes.map(({ en }) => en).join(' ');
};
const steps = () =>
  api()
    .ladderPreview({
      propertyId: property(/Maple/).id,
      trade: 'plumbing',
      tier: 'P1',
      language: 'en',
      lifeSafety: null,
    })
    .steps.map((step) => step.recipients.map(({ name }) => name));

describe('time off of a manager whom a step calls by role', () => {
  const manager = () => {
    const found = api()
      .portfolio()
      .responders.find((each) => each.role === 'manager' && each.active);
    if (!found) throw new Error('no manager');
    return found;
  };
  const off = (substituteId: string | null) =>
    api().addTimeOff({
      responderId: manager().id,
      substituteId,
      startsAt: NIGHT,
      endsAt: night.clock.now() + 99 * HOUR_MS,
      reason: 'beach',
    });

  it('calls the substitute in that step', () => {
    expect(steps()).toContainEqual([manager().name]);
    expect(notesOf(off(person(OMAR).id))).toContain(`${OMAR} is called instead`);
    expect(steps()).not.toContainEqual([manager().name]);
    expect(steps()).toContainEqual([OMAR]);
  });

  it('leaves the step empty where there is no substitute', () => {
    expect(notesOf(off(null))).toMatch(/the next step follows at once/);
    expect(steps().flat()).not.toContain(manager().name);
    expect(steps()).toContainEqual(['']);
  });
});

describe('a property that leaves a group', () => {
  it('that something is planned for is told in the answer, and found afterwards', () => {
    const maple = property(/Maple/);
    expect(notesOf(api().saveProperty({ ...maple, group: 'North' }))).toBe('');
    const now = night.clock.now();
    const cover = {
      ...PLUMBING,
      group: 'North',
      responderId: person(OMAR).id,
      startsAt: now,
      endsAt: now + 9 * HOUR_MS,
    };
    expect(api().addCover({ ...cover, reason: 'theirs' })).toMatchObject({ ok: true });
    const notes = notesOf(api().saveProperty({ ...maple, group: 'North side' }));
    expect(notes).toMatch(/leaves the group North, for which 1 entry is planned.*No property belongs to it/);
    const found = api()
      .outlook()
      .findings.filter(({ kind }) => kind === 'emptyGroup');
    expect(found).toMatchObject([{ group: 'North', trade: 'plumbing', responderIds: [person(OMAR).id] }]);
  });
});

describe('somebody who is no longer active', () => {
  it('is told to hold duties ahead, and whoever is next is called', () => {
    const now = night.clock.now();
    const maple = property(/Maple/);
    const cover = { ...PLUMBING, propertyId: maple.id, responderId: person(OMAR).id, startsAt: now };
    expect(api().addCover({ ...cover, endsAt: now + 9 * HOUR_MS, reason: 'theirs' })).toMatchObject({ ok: true });
    expect(steps()[0]).toEqual([OMAR]);
    const { phone, ...row } = person(OMAR);
    const answer = api().saveResponder({ ...row, trades: [...row.trades], phone: phone ?? '', active: false });
    expect(notesOf(answer)).toMatch(/Omar Haddad is planned for .* in the next 60 days/);
    expect(steps()[0]).toEqual(['Marcus Chen']);
  });
});

describe('a cover that is put back before it has begun', () => {
  it('hides no more than it did before', () => {
    const [startsAt, endsAt] = [night.clock.now() + HOUR_MS, night.clock.now() + 3 * HOUR_MS];
    const wish = (name: string) => ({ ...PLUMBING, responderId: person(name).id, startsAt, endsAt, reason: 'ill' });
    const first = api().addCover(wish(OMAR));
    api().addCover(wish('Aline Silva'));
    if (!first.ok) throw new Error(first.code);
    api().removeCover(first.value.id);
    api().addCover({ ...wish(OMAR), restores: first.value.id });
    const held = api()
      .calendar({ from: startsAt, to: endsAt })
      .duties.filter(
        ({ trade, role, propertyId }) => trade === 'plumbing' && role === 'primary' && propertyId === null,
      );
    expect(held.map(({ responderId }) => responderId)).toEqual([person('Aline Silva').id]);
  });
});
