import { describe, expect, it } from 'vitest';
import {
  type GapDecision,
  type OnCallFinding,
  type Property,
  type Responder,
  type ScheduleSources,
  TRADES,
} from '#shared/contract';
import { findings } from '#shared/oncall';
import { DAY_MS, GENERAL, HOUR_MS, hour, NIGHT, rotation, shift, sourcesOf, timeOff } from './oncall-night-plan.ts';

/** Monday evening, 19:00 in New York, to the same time two weeks later; nights are from 17:00 to 08:00. */
const FROM = NIGHT;
const TO = NIGHT + 14 * DAY_MS;
const NIGHT_ENDS = 13;
const DAY = 24;

const responder = (id: string, more: Partial<Responder> = {}): Responder => ({
  id,
  name: id,
  company: '',
  role: 'technician',
  trades: [],
  phone: '+12025550100',
  language: 'en',
  isEmergencyVendor: false,
  active: true,
  ...more,
});
const property = (id: string, more: Partial<Property> = {}) =>
  ({ id, name: id, zone: 'America/New_York', nightStart: '17:00', nightEnd: '08:00', ...more }) as Property;

const PEOPLE = ['gus', 'gil', 'ana', 'bo'].map((id) => responder(id));
const PROPERTIES = [property('maple'), property('birch'), property('elm')];
const GROUPS = { maple: 'river', birch: 'river' };
/** Two people for everything, so that only what a test adds is found. */
const BASE = [
  shift('gus', -24, 24 * 20, { ...GENERAL, id: 'gus' }),
  shift('gil', -24, 24 * 20, { ...GENERAL, id: 'gil', role: 'backup' }),
];

function found(
  more: Partial<ScheduleSources>,
  { properties = PROPERTIES, responders = PEOPLE }: { properties?: Property[]; responders?: Responder[] } = {},
): readonly OnCallFinding[] {
  const sources = sourcesOf({ groups: GROUPS, ...more });
  return findings({ sources, properties, responders }, FROM, TO);
}

const told = (list: readonly OnCallFinding[]) =>
  list.map(({ kind, trade, role, startsAt, endsAt, places }) => {
    const [from, to] = [startsAt, endsAt].map((at) => (at - NIGHT) / HOUR_MS);
    return `${kind} ${trade}${role === null ? '' : ` ${role}`} ${from}-${to} ${places?.join(', ') ?? 'everywhere'}`;
  });

describe('what will go wrong', () => {
  it('is nothing where two people are on for everything', () => {
    expect(found({ shifts: BASE })).toEqual([]);
    expect(found({}, { properties: [] })).toEqual([]);
  });

  it('is said once of a trade that nobody ever covers, though every night is concerned', () => {
    const list = found({});
    expect(list.map((each) => each.trade)).toEqual(TRADES);
    expect(told(list)[0]).toBe(`nobody plumbing 0-${14 * DAY} everywhere`);
    expect(list[0]).toMatchObject({ propertyId: null, group: null, responderIds: [], accepted: null });
    expect(list[0]?.cost.en).toMatch(/nobody on call/);
    expect(list[0]?.cost.es).toMatch(/nadie de guardia/);
  });

  it('leaves out what is missing by day only, and tells each night of what is missing by night only', () => {
    const weekdays = [1, 2, 3, 4, 5, 6, 7];
    const own = (hours: { from: string; to: string }, more = {}) =>
      rotation(['ana'], { trade: 'general', role: 'backup', hours: [{ weekdays, ...hours }], ...more });
    const primary = BASE.slice(0, 1);
    expect(found({ shifts: primary, rotations: [own({ from: '17:00', to: '08:00' })] })).toHaveLength(
      // The weekend is night all day, and it has two days; the eight trades are alike.
      2 * 2 * TRADES.length,
    );
    const byDay = found({ shifts: primary, rotations: [own({ from: '08:00', to: '17:00' })] });
    const [first, second] = byDay.filter(({ trade }) => trade === 'general');
    expect(told([first, second] as OnCallFinding[])).toEqual([
      'noBackup general backup 0-13 everywhere',
      'noBackup general backup 22-37 everywhere',
    ]);
  });

  it('finds the backup who leaves early, and who is away', () => {
    const off = [timeOff('gil', 0, 10)];
    expect(told(found({ shifts: BASE, timeOff: off }))).toEqual(
      TRADES.map((trade) => `noBackup ${trade} backup 0-10 everywhere`),
    );
  });

  it('finds one person in both roles', () => {
    const list = found({ shifts: [...BASE, shift('gil', 0, 6)] });
    expect(told(list)).toEqual(['onePerson plumbing 0-6 everywhere']);
    expect(list[0]).toMatchObject({ responderIds: ['gil'], cost: { en: expect.stringContaining('gil is primary') } });
  });

  it('finds who has no number, once, and counts who has left as nobody', () => {
    const mute = PEOPLE.map((each) => (each.id === 'gil' ? { ...each, phone: null } : each));
    const list = found({ shifts: BASE }, { responders: mute });
    expect(told(list)).toEqual([`noNumber general backup 0-${14 * DAY} everywhere`]);
    expect(list[0]?.responderIds).toEqual(['gil']);
    const left = PEOPLE.map((each) => (each.id === 'gus' ? { ...each, active: false } : each));
    expect(new Set(found({ shifts: BASE }, { responders: left }).map(({ kind }) => kind))).toEqual(
      new Set(['noPrimary']),
    );
  });
});

describe('where it will', () => {
  const river = { propertyId: null, group: 'river' } as const;
  it('is the group or the property whose duty it is', () => {
    const inRiver = found({ shifts: [...BASE, shift('gil', 0, 6, river)] });
    expect(told(inRiver)).toEqual(['onePerson plumbing 0-6 birch, maple']);
    expect(inRiver[0]).toMatchObject(river);
    const atElm = found({ shifts: [...BASE, shift('gil', 0, 6, { propertyId: 'elm' })] });
    expect(told(atElm)).toEqual(['onePerson plumbing 0-6 elm']);
    expect(atElm[0]).toMatchObject({ propertyId: 'elm', group: null });
  });

  it('is the smallest scope that holds all of them, where several lines lack the same', () => {
    const own = (propertyId: string) => shift('gil', 0, 6, { propertyId, id: propertyId });
    const two = found({ shifts: [...BASE, own('maple'), own('birch')] }).filter(({ kind }) => kind === 'onePerson');
    expect(told(two)).toEqual(['onePerson plumbing 0-6 birch, maple']);
    expect(two[0]).toMatchObject(river);
  });

  it('is each property in its own nights', () => {
    const late = [property('maple'), property('elm', { nightEnd: '10:00' })];
    const list = found({ shifts: BASE, timeOff: [timeOff('gil', 12, 15)] }, { properties: late });
    expect(told(list).slice(0, 2)).toEqual([
      'noBackup plumbing backup 12-13 maple',
      'noBackup plumbing backup 12-15 elm',
    ]);
  });
});

describe('what is known', () => {
  const decided = {
    trade: 'elevator',
    propertyId: null,
    group: null,
    reason: 'none',
    by: 'rosa',
    createdAt: FROM,
  } as const;
  const known: GapDecision[] = (['primary', 'backup'] as const).map((role) => ({
    ...decided,
    kind: 'accepted',
    id: role,
    role,
    until: hour(NIGHT_ENDS + DAY),
  }));
  it('is said until it is not accepted any more', () => {
    const list = found({ decisions: known }).filter(({ trade }) => trade === 'elevator');
    expect(list.map(({ accepted }) => accepted?.by ?? null)).toEqual(['rosa', null]);
    expect(list[0]?.cost.en).toMatch(/^Known and accepted/);
  });

  it('is no gap where a vendor is named', () => {
    const vendors = (['primary', 'backup'] as const).map(
      (role): GapDecision => ({ ...decided, kind: 'vendor', id: role, role, responderId: role, until: null }),
    );
    const list = [...PEOPLE, responder('primary', { role: 'vendor' }), responder('backup', { role: 'vendor' })];
    const trades = found({ decisions: vendors }, { responders: list }).map(({ trade }) => trade);
    expect(trades).toEqual(TRADES.filter((trade) => trade !== 'elevator'));
  });
});

describe('two places at once', () => {
  const at = (propertyId: string, from: number, to: number, responderId = 'ana') =>
    shift(responderId, from, to, { propertyId, id: `${propertyId} ${from}`, role: 'primary' });
  const twice = (more: Partial<ScheduleSources>, responders = PEOPLE) =>
    found({ ...more, shifts: [...BASE, ...(more.shifts ?? [])] }, { responders });

  it('is one person at two properties, for as long as it lasts', () => {
    const list = twice({ shifts: [at('maple', 0, 6), at('elm', 4, 9)] });
    expect(told(list)).toEqual(['twoPlaces plumbing primary 4-6 elm, maple']);
    expect(list[0]).toMatchObject({ responderIds: ['ana'], cost: { en: expect.stringContaining('elm and maple') } });
  });

  it('is not a property and its group, nor the company and anything, nor several trades at one place', () => {
    const inRiver = shift('ana', 0, 9, { group: 'river', id: 'r' });
    expect(twice({ shifts: [inRiver, at('maple', 0, 6)] })).toEqual([]);
    expect(twice({ shifts: [at('maple', 0, 6, 'gus')] })).toEqual([]);
    expect(twice({ shifts: [at('maple', 0, 6), { ...at('maple', 0, 6), id: 'x', trade: 'hvac' }] })).toEqual([]);
    expect(told(twice({ shifts: [inRiver, at('elm', 0, 6)] }))).toEqual(['twoPlaces plumbing primary 0-6 everywhere']);
  });

  it('is not a vendor, and not by day', () => {
    const vendor = PEOPLE.map((each): Responder => (each.id === 'ana' ? { ...each, role: 'vendor' } : each));
    expect(twice({ shifts: [at('maple', 0, 6), at('elm', 0, 6)] }, vendor)).toEqual([]);
    expect(twice({ shifts: [at('maple', 14, 20), at('elm', 14, 20)] })).toEqual([]);
  });

  it('is the substitute of somebody away, too', () => {
    const off = [timeOff('bo', 0, 9, { substituteId: 'ana' })];
    expect(told(twice({ shifts: [at('maple', 0, 6), at('elm', 0, 9, 'bo')], timeOff: off }))).toEqual([
      'twoPlaces plumbing primary 0-6 elm, maple',
    ]);
  });
});

it('is quick enough to be looked at again and again', () => {
  const scopes = Array.from({ length: 50 }, (_, n) => `group ${n}`);
  const properties = Array.from({ length: 200 }, (_, n) => property(`p${n}`, { nightEnd: n % 2 ? '08:00' : '07:00' }));
  const rotations = scopes.flatMap((group, n) =>
    (['primary', 'backup'] as const).flatMap((role) =>
      (['plumbing', 'hvac', 'general'] as const).map((trade) =>
        rotation([`a${n}`, `b${n}`, `c${n}`], {
          id: `${n} ${role} ${trade}`,
          group,
          role,
          trade,
          turn: { unit: 'day', count: 1 },
        }),
      ),
    ),
  );
  const responders = scopes.flatMap((_, n) => ['a', 'b', 'c'].map((who) => responder(`${who}${n}`)));
  const groups = Object.fromEntries(properties.map(({ id }, n) => [id, `group ${n % 50}`]));
  const facts = { sources: sourcesOf({ rotations, groups }), properties, responders };
  const startedAt = performance.now();
  expect(findings(facts, FROM, TO).length).toBeGreaterThan(100);
  // A guard against work that grows with the square of the places, not a measurement.
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
