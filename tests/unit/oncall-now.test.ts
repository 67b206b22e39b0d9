import { describe, expect, it } from 'vitest';
import { gaps, onNow, whoIsOn } from '#shared/oncall';
import { AT_MAPLE, GENERAL, hour, shift, sourcesOf, timeOff } from './oncall-night-plan.ts';

/** Who is on at this moment, for the strip and for a step that fires (PRODUCT 6). */

const GROUPS = { maple: 'river', birch: 'river' };
const AT_ELM = { propertyId: 'elm', group: null } as const;
const RIVER = { propertyId: null, group: 'river' } as const;
const plumbing = (sources: Parameters<typeof sourcesOf>[0]) =>
  onNow(sourcesOf({ groups: GROUPS, ...sources }), hour(1)).find(({ trade }) => trade === 'plumbing');

describe('the strip', () => {
  it('counts properties with somebody else, by their own plan or their group’s', () => {
    const shifts = [
      shift('ana', 0, 24),
      shift('bo', 0, 24, { id: 'river', ...RIVER }),
      shift('ana', 0, 24, { id: 'maple', propertyId: 'maple' }),
      shift('cy', 0, 24, { id: 'elm', ...AT_ELM }),
    ];
    expect(plumbing({ shifts })).toMatchObject({ exceptions: 2, elsewhere: 0 });
  });

  it('says where, of a trade that only groups and properties plan', () => {
    const shifts = [shift('bo', 0, 24, { id: 'river', ...RIVER }), shift('cy', 0, 24, { id: 'elm', ...AT_ELM })];
    expect(plumbing({ shifts })).toMatchObject({ primary: null, exceptions: 0, elsewhere: 3 });
    expect(plumbing({ shifts: [...shifts, shift('gus', 0, 24, { id: 'g', ...GENERAL })] })).toMatchObject({
      elsewhere: 0,
      exceptions: 3,
    });
  });

  it('shows the hole that begins first, of whichever role', () => {
    const shifts = [shift('ana', 0, 20), shift('bo', 0, 4, { id: 'b', role: 'backup' })];
    expect(plumbing({ shifts })?.gap).toMatchObject({ role: 'backup', startsAt: hour(4) });
  });
});

describe('who cannot be called', () => {
  const shifts = [
    shift('gus', 0, 24, { ...GENERAL, id: 'general' }),
    shift('ana', 0, 24, { id: 'company' }),
    shift('bo', 0, 24, { id: 'maple', propertyId: 'maple' }),
  ];
  const called = (inactive: readonly string[]) =>
    whoIsOn(sourcesOf({ shifts, inactive }), { ...AT_MAPLE, at: hour(1) })?.responderId;

  it('falls through to whoever is next', () => {
    expect([called([]), called(['bo']), called(['bo', 'ana'])]).toEqual(['bo', 'ana', 'gus']);
  });
});

describe('a vendor named for gaps who is away', () => {
  const vendor = {
    kind: 'vendor',
    id: 'd',
    trade: 'plumbing',
    role: 'primary',
    propertyId: null,
    group: null,
    responderId: 'ace',
    until: null,
    reason: '',
    by: 'rosa',
    createdAt: hour(-9),
  } as const;
  const plan = (substituteId: string | null) =>
    sourcesOf({ decisions: [vendor], timeOff: [timeOff('ace', 0, 4, { substituteId })] });
  const called = (substituteId: string | null) =>
    whoIsOn(plan(substituteId), { ...AT_MAPLE, at: hour(1) })?.responderId ?? null;

  it('is not called: their substitute is, or nobody', () => {
    expect([called(null), called('bolt')]).toEqual([null, 'bolt']);
    const covered = gaps(plan('bolt'), ['plumbing'], ['primary'], hour(0), hour(4));
    expect(covered.map(({ coveredBy }) => coveredBy)).toEqual(['vendor']);
  });
});

it('is found among 20,000 dated shifts without looking at them', () => {
  const shifts = Array.from({ length: 20_000 }, (_, n) => shift('ana', -12 * n, -12 * n + 12, { id: `s${n}` }));
  const sources = sourcesOf({ shifts });
  whoIsOn(sources, { ...AT_MAPLE, at: hour(1) });
  let looked = 0;
  const watched = new Proxy(shifts, {
    get(target, name, self) {
      looked += 1;
      return Reflect.get(target, name, self);
    },
  });
  const again = { ...sources, shifts: watched };
  whoIsOn(again, { ...AT_MAPLE, at: hour(1) });
  const first = looked;
  whoIsOn(again, { ...AT_MAPLE, at: hour(1) });
  expect(looked - first).toBeLessThan(100);
});
