import { describe, expect, it, test } from 'vitest';
import type { FeedShift, GapDecision, ScheduleSources, Scope } from '#shared/contract';
import {
  costOfGap,
  coverageOf,
  coversWithoutEffect,
  effectiveSchedule,
  finalSchedule,
  gaps,
  tradesInUse,
  whoIsOn,
} from '#shared/oncall';
import {
  AT_MAPLE,
  cover,
  DAY_MS,
  GENERAL,
  HOUR_MS,
  hour,
  NIGHT,
  PLUMBER,
  rotation,
  shift,
  sourcesOf,
  timeOff,
  told,
  utc,
} from './oncall-night-plan.ts';

const RIVER = { propertyId: null, group: 'river' } as const;
const MAPLE = { propertyId: 'maple', group: null } as const;
const GROUPS = { maple: 'river', birch: 'river' };
const fed = (responderId: string, from: number, to: number, more: Partial<FeedShift> = {}): FeedShift => ({
  ...shift(responderId, from, to),
  id: `fed-${responderId}-${from}`,
  feedId: 'feed',
  title: responderId,
  ...more,
});
const toldOf = (sources: Partial<ScheduleSources>, scope?: Partial<Scope>) =>
  told(finalSchedule(sourcesOf({ groups: GROUPS, ...sources }), hour(0), hour(24), scope));

test('of two entries of a calendar the one planned to begin later holds, also where both hold only from now on', () => {
  const feedShifts = [
    fed('tonight', 6, 16, { id: 'a', plannedFrom: hour(4) }),
    fed('week', 6, 24, { id: 'b', plannedFrom: hour(-40) }),
  ];
  expect(toldOf({ feedShifts })).toEqual(['tonight 6-16', 'week 16-24']);
  expect(toldOf({ feedShifts: feedShifts.toReversed() })).toEqual(['tonight 6-16', 'week 16-24']);
});

describe('company, group, property', () => {
  const shifts = [
    shift('ana', 0, 24),
    shift('bo', 4, 16, { id: 'b', ...RIVER }),
    shift('cy', 8, 12, { id: 'c', ...MAPLE }),
  ];

  it('a hole in the line of a property shows its group, a hole there the company', () => {
    const atMaple = ['ana 0-4', 'bo 4-8 in river', 'cy 8-12 at maple', 'bo 12-16 in river', 'ana 16-24'];
    expect(toldOf({ shifts }, MAPLE)).toEqual(atMaple);
    expect(toldOf({ shifts }, { propertyId: 'birch' })).toEqual(['ana 0-4', 'bo 4-16 in river', 'ana 16-24']);
    expect(toldOf({ shifts }, { propertyId: 'oak' })).toEqual(['ana 0-24']);
  });

  it('a group and the company are asked by name, every line as planned without', () => {
    expect(toldOf({ shifts }, RIVER)).toEqual(['ana 0-4', 'bo 4-16 in river', 'ana 16-24']);
    expect(toldOf({ shifts }, { group: 'hill' })).toEqual(['ana 0-24']);
    expect(toldOf({ shifts }, { propertyId: null })).toEqual(['ana 0-24']);
    expect(toldOf({ shifts })).toEqual(['ana 0-24', 'bo 4-16 in river', 'cy 8-12 at maple']);
  });

  it('a cover at a property stands in for whoever shows there', () => {
    const covers = [cover('di', 2, 6, MAPLE)];
    expect(toldOf({ shifts, covers }, MAPLE).slice(0, 4)).toEqual([
      'ana 0-2',
      'di 2-4 for ana at maple',
      'di 4-6 for bo at maple',
      'bo 6-8 in river',
    ]);
  });

  it('general is looked for in the same order before a vendor', () => {
    const sources = sourcesOf({ groups: GROUPS, shifts: [shift('gus', 0, 24, { ...GENERAL, ...RIVER })] });
    expect(whoIsOn(sources, { ...AT_MAPLE, at: hour(3) })).toMatchObject({ responderId: 'gus', ...RIVER });
    expect(whoIsOn(sources, { ...PLUMBER, at: hour(3) })).toBeNull();
  });
});

describe('within one line', () => {
  it('a rotation gives way to a live calendar, that to a dated shift, that to a cover', () => {
    const sources = {
      rotations: [rotation(['ro'])],
      feedShifts: [fed('fay', 4, 20)],
      shifts: [shift('sid', 8, 16)],
      covers: [cover('cy', 10, 12)],
    };
    expect(toldOf(sources)).toEqual([
      'ro 0-4',
      'fay 4-8',
      'sid 8-10',
      'cy 10-12 for sid',
      'sid 12-16',
      'fay 16-20',
      'ro 20-24',
    ]);
  });

  it('the rotation on the higher layer holds in its hours, the lower one shows outside them', () => {
    // Hour 0 is seven in the evening in New York, hour 13 eight in the morning.
    const nights = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00' }];
    const upper = rotation(['night'], { layer: 2, hours: nights, fromDate: '2026-11-01' });
    expect(toldOf({ rotations: [upper, rotation(['day'], { fromDate: '2026-11-09' })] })).toEqual([
      'day 0-3',
      'night 3-11',
      'day 11-24',
    ]);
  });

  it('turns of days change every n days from the first date on', () => {
    const days = rotation(['ana', 'bo'], { turn: { unit: 'day', count: 2 }, fromDate: '2026-11-15' });
    const from = utc('2026-11-15T00:00');
    const duties = finalSchedule(sourcesOf({ rotations: [days] }), from, from + 6 * DAY_MS);
    expect(duties.map(({ responderId, startsAt }) => [responderId, (startsAt - from) / HOUR_MS])).toEqual([
      ['ana', 13],
      ['bo', 61],
      ['ana', 109],
    ]);
  });

  it('a rotation says nothing outside of what a change left of it', () => {
    const cut = rotation(['old'], { validUntil: hour(5) });
    const next = rotation(['new'], { validFrom: hour(5), fromDate: '2026-11-09' });
    expect(toldOf({ rotations: [cut, next] })).toEqual(['old 0-5', 'new 5-24']);
  });

  test.each([
    ['America/New_York', '2026-10-31', '2026-11-01T02:00', 9],
    ['America/New_York', '2026-03-07', '2026-03-08T03:00', 7],
    ['Australia/Lord_Howe', '2026-10-03', '2026-10-03T11:30', 7.5],
    ['America/Phoenix', '2026-03-07', '2026-03-08T05:00', 8],
  ])('%s: the hours of the night of %s end by the clock', (zone, date, startsAt, hours) => {
    const nights = [{ weekdays: [6], from: '22:00', to: '06:00' }];
    const one = rotation(['ana'], { zone, hours: nights, fromDate: '2026-01-01' });
    const from = utc(`${date}T00:00`);
    const [duty] = finalSchedule(sourcesOf({ rotations: [one] }), from, from + 3 * DAY_MS);
    expect(duty).toMatchObject({ startsAt: utc(startsAt), endsAt: utc(startsAt) + hours * HOUR_MS });
  });
});

describe('time off', () => {
  const table: readonly {
    readonly name: string;
    readonly sources: Partial<ScheduleSources>;
    readonly says: readonly string[];
  }[] = [
    {
      name: 'leaves a hole, and what lies beneath in the same line does not show',
      sources: { rotations: [rotation(['ro'])], shifts: [shift('ana', 0, 12)], timeOff: [timeOff('ana', 4, 8)] },
      says: ['ana 0-4', 'ana 8-12', 'ro 12-24'],
    },
    {
      name: 'names a substitute for what comes from rotation, calendar and shift alike',
      sources: {
        rotations: [rotation(['ana'])],
        feedShifts: [fed('ana', 8, 12)],
        timeOff: [timeOff('ana', 4, 20, { substituteId: 'sue' })],
      },
      says: ['ana 0-4', 'sue 4-20 for ana', 'ana 20-24'],
    },
    {
      name: 'does not make a substitute come back who is away too',
      sources: {
        shifts: [shift('ana', 0, 12)],
        timeOff: [timeOff('ana', 0, 12, { substituteId: 'sue' }), timeOff('sue', 4, 6)],
      },
      says: ['sue 0-4 for ana', 'sue 6-12 for ana'],
    },
    {
      name: 'of the same person: the one entered later counts',
      sources: {
        shifts: [shift('ana', 0, 12)],
        timeOff: [
          timeOff('ana', 2, 6, { substituteId: 'tom', createdAt: hour(-1) }),
          timeOff('ana', 0, 12, { substituteId: 'sue', createdAt: hour(-2) }),
        ],
      },
      says: ['sue 0-2 for ana', 'tom 2-6 for ana', 'sue 6-12 for ana'],
    },
    {
      name: 'takes back a cover that was entered before it, not one entered after it',
      sources: {
        shifts: [shift('bo', 0, 24)],
        covers: [
          cover('ana', 2, 6, { id: 'before', createdAt: hour(-3) }),
          cover('ana', 10, 14, { id: 'after', createdAt: hour(-1) }),
        ],
        timeOff: [timeOff('ana', 0, 24, { createdAt: hour(-2) })],
      },
      says: ['bo 0-2', 'bo 6-10', 'ana 10-14 for bo', 'bo 14-24'],
    },
  ];
  test.each(table)('$name', ({ sources, says }) => expect(toldOf(sources)).toEqual(says));

  it('leaves a cover without effect that names somebody who is away all that time', () => {
    const covers = [cover('ana', 2, 6, { createdAt: hour(-9) }), cover('ana', 7, 11, { createdAt: hour(-9) })];
    const sources = sourcesOf({ shifts: [shift('bo', 0, 24)], covers, timeOff: [timeOff('ana', 0, 8)] });
    expect(coversWithoutEffect(sources).map(({ id }) => id)).toEqual(['cover-ana-2']);
  });

  it('in the line of a property shows the company', () => {
    const shifts = [shift('ana', 0, 12), shift('bo', 0, 12, MAPLE)];
    expect(toldOf({ shifts, timeOff: [timeOff('bo', 4, 8)] }, MAPLE)).toEqual([
      'bo 0-4 at maple',
      'ana 4-8',
      'bo 8-12 at maple',
    ]);
  });
});

describe('decisions about gaps', () => {
  const decided = { ...PLUMBER, group: null, reason: 'known', by: 'rosa', createdAt: hour(2) };
  const vendor = (responderId: string, more: Partial<GapDecision> = {}) =>
    ({ ...decided, kind: 'vendor', id: responderId, responderId, until: null, ...more }) as GapDecision;
  const accepted = (more: Partial<GapDecision> = {}) =>
    ({ ...decided, kind: 'accepted', id: 'known', until: hour(6), ...more }) as GapDecision;
  const toldGaps = (sources: Partial<ScheduleSources>) =>
    gaps(sourcesOf({ groups: GROUPS, ...sources }), ['plumbing'], ['primary'], hour(0), hour(12)).map((gap) => {
      const [from, to] = [gap.startsAt, gap.endsAt].map((at) => (at - NIGHT) / HOUR_MS);
      return `${from}-${to} ${gap.coveredBy ?? (gap.accepted ? `accepted by ${gap.accepted.by}` : 'nobody')}`;
    });

  it('a vendor is called where neither the trade nor general has somebody', () => {
    const shifts = [shift('ana', 4, 6), shift('gus', 5, 8, GENERAL)];
    const sources = sourcesOf({ shifts, decisions: [vendor('ace')] });
    expect(told(effectiveSchedule(sources, PLUMBER, hour(0), hour(12)))).toEqual([
      'ace 2-4',
      'ana 4-6',
      'gus 6-8 (general)',
      'ace 8-12',
    ]);
    expect(toldGaps({ shifts, decisions: [vendor('ace')] })).toEqual([
      '0-2 nobody',
      '2-4 vendor',
      '6-8 general',
      '8-12 vendor',
    ]);
  });

  it('a vendor named for general stands in for every trade', () => {
    const sources = sourcesOf({ decisions: [vendor('all', { trade: 'general' })] });
    expect(whoIsOn(sources, { ...PLUMBER, at: hour(3) })).toMatchObject({ responderId: 'all', trade: 'general' });
    expect(toldGaps({ decisions: [vendor('all', { trade: 'general' })] })).toEqual(['0-2 nobody', '2-12 vendor']);
  });

  it('the property decides before its group before the company, and then the later', () => {
    const decisions = [
      vendor('company', { createdAt: hour(3) }),
      vendor('river', { ...RIVER, createdAt: hour(2), until: hour(8) }),
      vendor('maple', { ...MAPLE, createdAt: hour(1), until: hour(4) }),
      vendor('later', { createdAt: hour(9) }),
    ];
    const sources = sourcesOf({ groups: GROUPS, decisions });
    expect(told(effectiveSchedule(sources, AT_MAPLE, hour(0), hour(12)))).toEqual([
      'maple 1-4 at maple',
      'river 4-8 in river',
      'company 8-9',
      'later 9-12',
    ]);
  });

  it('a gap is cut where it is accepted, and only where nobody covers it', () => {
    const shifts = [shift('gus', 3, 4, GENERAL)];
    const known = '2-3 accepted by rosa';
    expect(toldGaps({ shifts, decisions: [accepted()] })).toEqual([
      '0-2 nobody',
      known,
      '3-4 general',
      '4-6 accepted by rosa',
      '6-12 nobody',
    ]);
  });

  it('says what a gap costs, whoever is called or has accepted it', () => {
    const [first, second] = gaps(sourcesOf({ decisions: [accepted()] }), ['plumbing'], ['primary'], hour(0), hour(3));
    expect(first && costOfGap(first).en).toBe('A P1 here skips the primary and goes on to the next step at once.');
    expect(second && costOfGap(second).en).toMatch(/^Known and accepted: a P1 here skips/);
    const byVendor = { role: 'backup', coveredBy: 'vendor', accepted: null } as const;
    expect(costOfGap(byVendor)).toEqual({
      en: 'The vendor named for it is called instead.',
      es: 'Se llama en su lugar al proveedor designado.',
    });
  });

  it('that nobody is on at all is accepted where both roles are', () => {
    const both = [accepted(), accepted({ id: 'backup', role: 'backup', until: hour(4) })];
    const of = (decisions: readonly GapDecision[]) =>
      coverageOf(sourcesOf({ decisions }), AT_MAPLE, hour(2), hour(8), () => true).nobody.map(
        ({ startsAt, endsAt, accepted: known }) => [
          (startsAt - NIGHT) / HOUR_MS,
          (endsAt - NIGHT) / HOUR_MS,
          known?.id,
        ],
      );
    expect(of(both)).toEqual([
      [2, 4, 'known'],
      [4, 8, undefined],
    ]);
    expect(of(both.slice(0, 1))).toEqual([[2, 8, undefined]]);
  });

  it('trades in use are those that somebody is planned or named for', () => {
    expect(tradesInUse(sourcesOf({ shifts: [shift('gus', 0, 1, GENERAL)], decisions: [vendor('ace')] }))).toEqual([
      'plumbing',
      'general',
    ]);
  });
});
