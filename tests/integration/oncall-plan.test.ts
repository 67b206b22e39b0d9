import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, CoverInput, OnCallChange, Responder, Trade } from '#shared/contract';
import { finalSchedule, whoIsOn } from '#shared/oncall';
import { NIGHT, type Night, openNight } from '../world.ts';

/** Changing the plan: what happened stays, what is odd is said, what cannot be is refused in a sentence (PRODUCT 6). */

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

/** Everything here lasts some of these. */
const STEP_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const COMPANY = { propertyId: null, group: null } as const;
const PLUMBING = { trade: 'plumbing', role: 'primary', ...COMPANY } as const;
const MARCUS = 'Marcus Chen';
const ALINE = 'Aline Silva';
const OMAR = 'Omar Haddad';

const api = () => night.core.api;
const sources = () => api().calendar({ from: NIGHT, to: NIGHT + DAY_MS }).sources;
const named = (name: string): Responder => {
  const found = api()
    .portfolio()
    .responders.find((each) => each.name === name);
  if (!found) throw new Error(`nobody called ${name}`);
  return found;
};
const idOf = (name: string): string => named(name).id;
const onAt = (at: number, trade: Trade = 'plumbing', role: 'primary' | 'backup' = 'primary'): string | null => {
  const duty = whoIsOn(sources(), { trade, role, propertyId: null, at });
  return (
    duty &&
    (api()
      .portfolio()
      .responders.find((each) => each.id === duty.responderId)?.name ??
      null)
  );
};
const done = (answer: Answer<OnCallChange>): OnCallChange => {
  if (!answer.ok) throw new Error(answer.reason.en);
  return answer.value;
};
const notes = (answer: Answer<OnCallChange>): string =>
  done(answer)
    .notes.map((each) => each.en)
    .join(' ');
const refusedAs = (answer: Answer<unknown>): string | null => (answer.ok ? null : answer.code);
/** The latest lines about a table, oldest first. */
const linesOf = (table: string, last: number): readonly { by: { kind: string; name: string }; id: string }[] =>
  night.core.store.read
    .all<{ payload: string }>('SELECT payload FROM log ORDER BY seq DESC LIMIT ?', last)
    .map(({ payload }) => JSON.parse(payload))
    .filter((line) => line.table === table)
    .toReversed();
const cover = (over: Partial<CoverInput> = {}): CoverInput => ({
  ...PLUMBING,
  responderId: idOf(OMAR),
  startsAt: NIGHT + STEP_MS,
  endsAt: NIGHT + 3 * STEP_MS,
  reason: 'school play',
  ...over,
});

describe('a cover', () => {
  it('splits what it covers and carries the name of whoever entered it', () => {
    const { id } = done(api().addCover(cover()));
    expect([onAt(NIGHT), onAt(NIGHT + 2 * STEP_MS), onAt(NIGHT + 4 * STEP_MS)]).toEqual([MARCUS, OMAR, MARCUS]);
    expect(linesOf('cover', 1)).toMatchObject([{ id, by: { kind: 'staff', name: 'Rosa Alvarez' } }]);
  });

  it('that begins before now begins now, and says so', async () => {
    await night.pass('20 min');
    const now = night.clock.now();
    const answer = api().addCover(cover({ startsAt: NIGHT - DAY_MS, endsAt: now + DAY_MS }));
    expect(notes(answer)).toMatch(/begins now/);
    expect(onAt(now - 1)).toBe(MARCUS);
    expect(onAt(now)).toBe(OMAR);
  });

  it('is saved and pointed out when it changes nobody, or names somebody who cannot help', () => {
    expect(notes(api().addCover(cover({ responderId: idOf(MARCUS) })))).toMatch(/changes nobody/);
    expect(notes(api().addCover(cover({ responderId: idOf(ALINE) })))).toMatch(/Aline Silva is then both/);
    expect(notes(api().addCover(cover({ responderId: idOf('Grace Lindholm') })))).toMatch(/no telephone number/);
    expect(sources().covers.filter((each) => each.trade === 'plumbing')).toHaveLength(3);
  });

  it('says that the person is away, or does not work here any more', () => {
    const omar = named(OMAR);
    done(
      api().addTimeOff({
        responderId: omar.id,
        substituteId: null,
        startsAt: NIGHT,
        endsAt: NIGHT + DAY_MS,
        reason: 'ill',
      }),
    );
    expect(notes(api().addCover(cover()))).toMatch(/Omar Haddad has time off/);
    api().saveResponder({ ...omar, phone: omar.phone ?? '', active: false, trades: [...omar.trades] });
    expect(notes(api().addCover(cover()))).toMatch(/not active/);
  });

  it.each([
    ['alreadyOver', { startsAt: NIGHT - DAY_MS, endsAt: NIGHT }],
    ['endBeforeStart', { startsAt: NIGHT + STEP_MS, endsAt: NIGHT + STEP_MS }],
    ['tooLong', { endsAt: NIGHT + 400 * DAY_MS }],
    ['unknownProperty', { propertyId: 'nowhere' }],
    ['unknownGroup', { group: 'x'.repeat(200) }],
    ['unknownResponder', { responderId: 'nobody' }],
  ] as const)('is refused as %s', (code, over) => {
    const before = sources();
    expect(refusedAs(api().addCover(cover(over)))).toBe(code);
    expect(sources()).toEqual(before);
  });

  it('removed while it runs ends now and stays in the history', async () => {
    const { id } = done(api().addCover(cover()));
    await night.pass('20 min');
    const now = night.clock.now();
    expect(refusedAs(api().removeCover(id))).toBe(null);
    expect(onAt(now - 1)).toBe(OMAR);
    expect(onAt(now)).toBe(MARCUS);
    expect(refusedAs(api().removeCover(id))).toBe('alreadyOver');
  });

  it('removed before it begins is gone; once more it is not there', () => {
    const { id } = done(api().addCover(cover()));
    expect(refusedAs(api().removeCover(id))).toBe(null);
    expect(refusedAs(api().removeCover(id))).toBe('notThere');
  });
});

describe('a swap', () => {
  const WEEK_MS = 7 * DAY_MS;
  const stretch = (name: string, startsAt: number, role: 'primary' | 'backup' = 'primary') => ({
    ...PLUMBING,
    role,
    responderId: idOf(name),
    startsAt,
    endsAt: startsAt + 2 * STEP_MS,
  });
  const swapped = () => ({
    first: stretch(MARCUS, NIGHT + STEP_MS),
    second: stretch(ALINE, NIGHT + WEEK_MS),
    reason: 'they agreed',
  });

  it('gives two covers of one swap in one transaction; removing one removes both', () => {
    const head = night.core.store.read.get<{ n: number }>('SELECT count(*) AS n FROM log')?.n ?? 0;
    const { id } = done(api().swap(swapped()));
    const covers = sources().covers.filter((each) => each.swapId !== null);
    expect(covers).toHaveLength(2);
    expect(new Set(covers.map((each) => each.swapId)).size).toBe(1);
    expect(night.core.store.read.get<{ n: number }>('SELECT count(*) AS n FROM log')?.n).toBe(head + 2);
    expect(onAt(NIGHT + STEP_MS)).toBe(ALINE);
    expect(finalSchedule(sources(), NIGHT + WEEK_MS, NIGHT + WEEK_MS + STEP_MS, PLUMBING)).toMatchObject([
      { responderId: idOf(MARCUS), source: { kind: 'cover', insteadOf: idOf(ALINE) } },
    ]);
    done(api().removeCover(id));
    expect(sources().covers.filter((each) => each.swapId !== null)).toEqual([]);
  });

  it('is refused where somebody else holds one of the stretches, or it is one person', () => {
    const { first, second, reason } = swapped();
    const before = sources();
    expect(refusedAs(api().swap({ first: { ...first, responderId: idOf(OMAR) }, second, reason }))).toBe('notHeld');
    const part = { ...second, startsAt: second.startsAt - 6 * DAY_MS };
    expect(refusedAs(api().swap({ first, second: part, reason }))).toBe('notHeld');
    const own = { ...first, startsAt: NIGHT + 4 * STEP_MS, endsAt: NIGHT + 5 * STEP_MS };
    expect(refusedAs(api().swap({ first, second: own, reason }))).toBe('samePerson');
    expect(refusedAs(api().swap({ first: { ...first, endsAt: first.startsAt }, second, reason }))).toBe(
      'endBeforeStart',
    );
    expect(sources()).toEqual(before);
  });

  it('whose first half is over keeps it when the rest is removed, and says so', async () => {
    done(api().swap(swapped()));
    await night.pass('40 min');
    const later = sources().covers.find((each) => each.swapId !== null && each.startsAt > night.clock.now());
    expect(notes(api().removeCover(later?.id ?? ''))).toMatch(/other half of this swap is over/);
    expect(onAt(NIGHT + 2 * STEP_MS)).toBe(ALINE);
  });
});

describe('taking over', () => {
  it('holds from this very millisecond to the end of the duty', () => {
    const now = night.clock.now();
    const until = whoIsOn(sources(), { ...PLUMBING, at: now })?.endsAt ?? 0;
    done(api().takeOver({ ...PLUMBING, responderId: idOf(OMAR), until: null, reason: 'flu' }));
    expect([onAt(now - 1), onAt(now)]).toEqual([MARCUS, OMAR]);
    expect(sources().covers.at(-1)).toMatchObject({ startsAt: now, endsAt: until });
  });

  it('lasts seven days where nobody else is due, and works where nobody is on', async () => {
    for (const { id } of sources().rotations) api().removeRotation(id);
    await night.pass('1 min');
    const now = night.clock.now();
    expect(onAt(now)).toBe(null);
    const answer = api().takeOver({ ...PLUMBING, responderId: idOf(OMAR), until: null, reason: 'nobody' });
    expect(notes(answer)).toMatch(/seven days/);
    expect(onAt(now)).toBe(OMAR);
    expect(sources().covers.at(-1)?.endsAt).toBe(now + 7 * DAY_MS);
  });

  it('by whoever is on anyway is pointed out; an end in the past is refused', () => {
    const input = { ...PLUMBING, responderId: idOf(MARCUS), until: null, reason: 'sure' };
    expect(notes(api().takeOver(input))).toMatch(/changes nobody/);
    expect(refusedAs(api().takeOver({ ...input, until: NIGHT }))).toBe('untilPast');
  });
});

describe('time off', () => {
  const away = (over: object = {}) => ({
    responderId: idOf(MARCUS),
    substituteId: null,
    startsAt: NIGHT + STEP_MS,
    endsAt: NIGHT + 5 * STEP_MS,
    reason: 'dentist',
    ...over,
  });

  it('says what it leaves without anybody, and what is odd about the substitute', () => {
    expect(notes(api().addTimeOff(away()))).toMatch(/leaves a stretch of duty without anybody/);
    expect(notes(api().addTimeOff(away({ substituteId: idOf('Grace Lindholm') })))).toMatch(/no telephone number/);
  });

  it('begins now where it began before; removed, it ends now', async () => {
    const answer = api().addTimeOff(away({ startsAt: NIGHT - DAY_MS }));
    expect(notes(answer)).toMatch(/begins now/);
    await night.pass('10 min');
    const { id } = done(answer);
    expect(notes(api().removeTimeOff(id))).toMatch(/ends now/);
    expect(sources().timeOff).toMatchObject([{ id, startsAt: NIGHT, endsAt: night.clock.now() }]);
    expect(refusedAs(api().removeTimeOff(id))).toBe('alreadyOver');
  });

  it('is refused when it is over, upside down, or its own substitute', () => {
    expect(refusedAs(api().addTimeOff(away({ startsAt: NIGHT - DAY_MS, endsAt: NIGHT })))).toBe('alreadyOver');
    expect(refusedAs(api().addTimeOff(away({ endsAt: NIGHT })))).toBe('endBeforeStart');
    expect(refusedAs(api().addTimeOff(away({ substituteId: idOf(MARCUS) })))).toBe('ownSubstitute');
    expect(refusedAs(api().addTimeOff(away({ responderId: 'nobody' })))).toBe('unknownResponder');
  });
});

describe('a decision about a gap', () => {
  const key = { trade: 'general', role: 'backup', ...COMPANY } as const;
  const accepted = { kind: 'accepted', ...key, until: NIGHT + DAY_MS, reason: 'holiday' } as const;

  it('is kept by name until its date, and ends now when it is taken back', async () => {
    const { id } = done(api().decideGap(accepted));
    expect(sources().decisions).toMatchObject([{ id, until: NIGHT + DAY_MS, createdAt: NIGHT }]);
    await night.pass('10 min');
    expect(notes(api().removeDecision(id))).toMatch(/ends now/);
    expect(sources().decisions).toMatchObject([{ id, until: night.clock.now() }]);
  });

  it('by a vendor wants one who is active; an accepted gap lasts a year at most', () => {
    const vendor = { kind: 'vendor', ...key, responderId: idOf(OMAR), until: null, reason: 'contract' } as const;
    done(api().decideGap(vendor));
    expect(refusedAs(api().decideGap({ ...vendor, responderId: 'nobody' }))).toBe('unknownResponder');
    const omar = named(OMAR);
    api().saveResponder({ ...omar, phone: omar.phone ?? '', active: false, trades: [...omar.trades] });
    expect(refusedAs(api().decideGap(vendor))).toBe('vendorInactive');
    expect(refusedAs(api().decideGap({ ...accepted, until: NIGHT }))).toBe('untilPast');
    expect(refusedAs(api().decideGap({ ...accepted, until: NIGHT + 400 * DAY_MS }))).toBe('acceptedTooLong');
  });
});

describe('a shift', () => {
  const shift = (over: object = {}) => ({
    id: randomUUID(),
    ...PLUMBING,
    responderId: idOf(OMAR),
    startsAt: NIGHT + STEP_MS,
    endsAt: NIGHT + 5 * STEP_MS,
    ...over,
  });

  it('holds over the rotation, and is changed under its own id before it begins', () => {
    const first = shift();
    const { id } = done(api().saveShift(first));
    expect(id).toBe(first.id);
    expect(onAt(NIGHT + 2 * STEP_MS)).toBe(OMAR);
    done(api().saveShift({ ...first, endsAt: NIGHT + 2 * STEP_MS }));
    expect([onAt(NIGHT + 1.5 * STEP_MS), onAt(NIGHT + 2 * STEP_MS)]).toEqual([OMAR, MARCUS]);
    expect(sources().shifts).toHaveLength(1);
  });

  it('given to somebody else while it runs keeps who had it until then', async () => {
    const first = shift();
    done(api().saveShift(first));
    await night.pass('20 min');
    const now = night.clock.now();
    const answer = api().saveShift({ ...first, responderId: idOf('Tom Okonjo') });
    expect(notes(answer)).toMatch(/holds from now on/);
    expect(done(answer).id).not.toBe(first.id);
    expect([onAt(now - 1), onAt(now)]).toEqual([OMAR, 'Tom Okonjo']);
  });

  it('removed while it runs ends now; put back it begins anew', async () => {
    const first = shift();
    done(api().saveShift(first));
    await night.pass('20 min');
    const removedAt = night.clock.now();
    expect(notes(api().removeShift(first.id))).toMatch(/ends now/);
    await night.pass('5 s');
    const answer = api().saveShift(first);
    expect(notes(answer)).toMatch(/begins now/);
    expect([onAt(removedAt - 1), onAt(removedAt), onAt(night.clock.now())]).toEqual([OMAR, MARCUS, OMAR]);
    expect(refusedAs(api().removeShift(first.id))).toBe('alreadyOver');
  });

  it('put back before it began is as it was', () => {
    const first = shift();
    done(api().saveShift(first));
    done(api().removeShift(first.id));
    expect(sources().shifts).toEqual([]);
    expect(notes(api().saveShift(first))).toBe('');
    expect(sources().shifts).toEqual([first]);
  });

  it('that says nothing new, or doubles somebody, is pointed out', () => {
    expect(notes(api().saveShift(shift({ responderId: idOf(MARCUS) })))).toMatch(/changes nobody/);
    expect(notes(api().saveShift(shift({ responderId: idOf(ALINE) })))).toMatch(/Aline Silva is then both/);
    done(api().addCover(cover({ endsAt: NIGHT + 5 * STEP_MS, responderId: idOf('Tom Okonjo') })));
    expect(notes(api().saveShift(shift()))).toMatch(/later entry hides it/);
  });

  it.each([
    ['alreadyOver', { startsAt: NIGHT - DAY_MS, endsAt: NIGHT }],
    ['endBeforeStart', { endsAt: NIGHT + STEP_MS }],
    ['badId', { id: 'x'.repeat(65) }],
    ['unknownProperty', { propertyId: 'nowhere' }],
    ['unknownGroup', { group: 'nobody is in it' }],
    ['twoScopes', { propertyId: 'a', group: 'b' }],
    ['unknownResponder', { responderId: 'nobody' }],
  ] as const)('is refused as %s', (code, over) => {
    expect(refusedAs(api().saveShift(shift(over)))).toBe(code);
    expect(sources().shifts).toEqual([]);
  });
});

describe('a rotation', () => {
  const plumbing = () => {
    const found = sources().rotations.find((each) => each.trade === 'plumbing' && each.role === 'primary');
    if (!found) throw new Error('no rotation');
    return found;
  };

  it('that is changed holds from now on, and what it said before stays', () => {
    const before = plumbing();
    const past = finalSchedule(sources(), NIGHT - 20 * DAY_MS, NIGHT, PLUMBING).map((each) => each.responderId);
    const answer = api().saveRotation({ ...before, members: [idOf(OMAR)] });
    expect(notes(answer)).toMatch(/holds from now on/);
    expect([onAt(NIGHT - 1), onAt(NIGHT)]).toEqual([MARCUS, OMAR]);
    const now = sources();
    expect(finalSchedule(now, NIGHT - 20 * DAY_MS, NIGHT, PLUMBING).map((each) => each.responderId)).toEqual(past);
    expect(now.rotations.find((each) => each.id === before.id)).toEqual({ ...before, validUntil: NIGHT });
  });

  it('that is removed ends now; put back it goes on, with a hole where it was out', async () => {
    const before = plumbing();
    expect(notes(api().removeRotation(before.id))).toMatch(/ends now/);
    await night.pass('5 s');
    expect(onAt(NIGHT)).toBe('Luis Herrera');
    done(api().saveRotation(before));
    expect([onAt(NIGHT - 1), onAt(NIGHT + 1000), onAt(night.clock.now())]).toEqual([MARCUS, 'Luis Herrera', MARCUS]);
  });

  it('new, that would have begun before, begins now; what is odd about it is said', () => {
    const { id: _, ...like } = plumbing();
    const rotation = { ...like, id: randomUUID(), layer: 2, members: [idOf(ALINE), idOf('Grace Lindholm')] };
    const said = notes(api().saveRotation(rotation));
    expect(said).toMatch(/begins now/);
    expect(said).toMatch(/Aline Silva is then both/);
    expect(said).toMatch(/Grace Lindholm has no telephone number/);
    expect(onAt(NIGHT - 1)).toBe(MARCUS);
    const under = { ...rotation, id: randomUUID(), layer: 1, fromDate: '2026-01-01' };
    expect(notes(api().saveRotation(under))).toMatch(/changes nobody/);
  });

  it('is refused when it cannot be meant', () => {
    const before = sources();
    const rotation = plumbing();
    expect(refusedAs(api().saveRotation({ ...rotation, members: ['nobody'] }))).toBe('unknownResponder');
    expect(refusedAs(api().saveRotation({ ...rotation, id: '' }))).toBe('badId');
    expect(refusedAs(api().saveRotation({ ...rotation, untilDate: rotation.fromDate }))).toBe('endBeforeStart');
    const many = Array.from({ length: 61 }, () => idOf(OMAR));
    expect(refusedAs(api().saveRotation({ ...rotation, members: many }))).toBe('tooManyMembers');
    expect(refusedAs(api().removeRotation('nobody'))).toBe('notThere');
    expect(sources()).toEqual(before);
  });
});

describe('a group of properties', () => {
  it('has duties and swaps of its own', () => {
    const [first] = api().portfolio().properties;
    if (!first) throw new Error('no property');
    const { units: _, residents: __, ...property } = first;
    api().saveProperty({ ...property, group: 'North' });
    const key = { ...PLUMBING, group: 'North' };
    done(api().takeOver({ ...key, responderId: idOf(OMAR), until: null, reason: 'snow' }));
    const at = { trade: 'plumbing', role: 'primary', at: NIGHT } as const;
    expect(whoIsOn(sources(), { ...at, propertyId: property.id })?.responderId).toBe(idOf(OMAR));
    expect(onAt(NIGHT)).toBe(MARCUS);
    const stretch = { startsAt: NIGHT + STEP_MS, endsAt: NIGHT + 2 * STEP_MS };
    const backup = { ...key, role: 'backup' as const, responderId: idOf(ALINE), ...stretch };
    done(api().swap({ first: { ...key, responderId: idOf(OMAR), ...stretch }, second: backup, reason: 'snow' }));
    expect(whoIsOn(sources(), { ...at, at: stretch.startsAt, propertyId: property.id })?.responderId).toBe(idOf(ALINE));
  });
});

it('nobody signed in: nothing is changed, and a sentence says why', async () => {
  await api().signOut();
  const before = sources();
  const id = randomUUID();
  const shift = { id, ...PLUMBING, responderId: idOf(OMAR), startsAt: NIGHT, endsAt: NIGHT + DAY_MS };
  const tries = [
    api().addCover(cover()),
    api().saveShift(shift),
    api().removeCover(sources().covers[0]?.id ?? ''),
    api().takeOver({ ...PLUMBING, responderId: idOf(OMAR), until: null, reason: 'flu' }),
  ];
  expect(tries.map(refusedAs)).toEqual(tries.map(() => 'signInFirst'));
  expect(sources()).toEqual(before);
});
