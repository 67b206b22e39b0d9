import { describe, expect, test } from 'vitest';
import type { Instant, ScheduleSources, Scope } from '#shared/contract';
import {
  coversWithoutEffect,
  type DutyKey,
  doubledDuties,
  effectiveSchedule,
  finalSchedule,
  gaps,
  nextChange,
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
  told,
  utc,
} from './oncall-night-plan.ts';

describe('precedence', () => {
  const table: readonly {
    readonly name: string;
    readonly sources: Partial<ScheduleSources>;
    readonly says: readonly string[];
  }[] = [
    { name: 'nothing planned is nobody', sources: {}, says: [] },
    { name: 'a shift is cut to the window', sources: { shifts: [shift('ana', -5, 50)] }, says: ['ana 0-24'] },
    {
      name: 'a cover splits what it covers',
      sources: { shifts: [shift('ana', 0, 24)], covers: [cover('bo', 6, 9)] },
      says: ['ana 0-6', 'bo 6-9 for ana', 'ana 9-24'],
    },
    {
      name: 'a cover over two people names each',
      sources: { shifts: [shift('ana', 0, 8), shift('cy', 8, 24)], covers: [cover('bo', 6, 9)] },
      says: ['ana 0-6', 'bo 6-8 for ana', 'bo 8-9 for cy', 'cy 9-24'],
    },
    {
      name: 'a cover where nobody was on holds all the same',
      sources: { shifts: [shift('ana', 0, 4)], covers: [cover('bo', 3, 6)] },
      says: ['ana 0-3', 'bo 3-4 for ana', 'bo 4-6 for nobody'],
    },
    {
      name: 'of two covers the one entered later holds, though listed first',
      sources: {
        shifts: [shift('ana', 0, 24)],
        covers: [cover('bo', 2, 6, { createdAt: hour(-1) }), cover('cy', 1, 9, { createdAt: hour(-2) })],
      },
      says: ['ana 0-1', 'cy 1-2 for ana', 'bo 2-6 for ana', 'cy 6-9 for ana', 'ana 9-24'],
    },
    {
      name: 'of two shifts the one that starts later holds, then the earlier goes on',
      sources: { shifts: [shift('bo', 4, 8), shift('ana', 0, 12)] },
      says: ['ana 0-4', 'bo 4-8', 'ana 8-12'],
    },
    {
      name: 'shifts that start together: the greater id',
      sources: { shifts: [shift('ana', 0, 6, { id: 'b' }), shift('bo', 0, 4, { id: 'a' })] },
      says: ['ana 0-6'],
    },
    {
      name: 'a shift beats a rotation',
      sources: { rotations: [rotation(['ro'])], shifts: [shift('ana', 2, 4)] },
      says: ['ro 0-2', 'ana 2-4', 'ro 4-24'],
    },
    {
      name: 'of two rotations the one from the later date holds',
      sources: { rotations: [rotation(['new'], { fromDate: '2026-11-09' }), rotation(['old'])] },
      says: ['new 0-24'],
    },
    {
      name: 'the company and a property are lines of their own',
      sources: { shifts: [shift('ana', 0, 12), shift('bo', 4, 8, { propertyId: 'maple' })] },
      says: ['ana 0-12', 'bo 4-8 at maple'],
    },
    {
      name: "a property's cover stands in for the company's person",
      sources: { shifts: [shift('ana', 0, 12)], covers: [cover('bo', 4, 14, { propertyId: 'maple' })] },
      says: ['ana 0-12', 'bo 4-12 for ana at maple', 'bo 12-14 for nobody at maple'],
    },
  ];
  test.each(table)('$name', ({ sources, says }) => {
    expect(told(finalSchedule(sourcesOf(sources), hour(0), hour(24)))).toEqual(says);
  });

  test('does not depend on the order of the sources and leaves them as they were', () => {
    const shifts = [shift('ana', 0, 12), shift('bo', 4, 8), shift('cy', 4, 6)];
    const covers = [cover('di', 5, 7), cover('eve', 5, 9)];
    const sources = sourcesOf({ shifts, covers });
    const before = structuredClone(sources);
    const turned = sourcesOf({ shifts: shifts.toReversed(), covers: covers.toReversed() });
    expect(finalSchedule(turned, hour(0), hour(24))).toEqual(finalSchedule(sources, hour(0), hour(24)));
    expect(sources).toEqual(before);
  });

  test('an empty or upside-down window holds nothing', () => {
    const sources = sourcesOf({ shifts: [shift('ana', 0, 12)] });
    expect(finalSchedule(sources, hour(3), hour(3))).toEqual([]);
    expect(finalSchedule(sources, hour(4), hour(3))).toEqual([]);
    expect(gaps(sources, ['plumbing'], ['primary'], hour(4), hour(3))).toEqual([]);
  });
});

describe('a property asked for', () => {
  const sources = sourcesOf({
    shifts: [
      shift('ana', 0, 12),
      shift('bo', 4, 8, { propertyId: 'maple' }),
      shift('cy', 0, 24, { propertyId: 'elm' }),
      shift('gus', 6, 20, { trade: 'general' }),
    ],
  });
  test('its own duty comes before the company, which fills the rest', () => {
    expect(told(finalSchedule(sources, hour(0), hour(24), AT_MAPLE))).toEqual([
      'ana 0-4',
      'bo 4-8 at maple',
      'ana 8-12',
    ]);
    expect(told(finalSchedule(sources, hour(0), hour(24), PLUMBER))).toEqual(['ana 0-12']);
  });
  test('every trade at once when none is named', () => {
    expect(told(finalSchedule(sources, hour(0), hour(24), { propertyId: 'elm' }))).toEqual([
      'cy 0-24 at elm',
      'gus 6-20 (general)',
    ]);
  });
  test('general comes last and says so', () => {
    expect(told(effectiveSchedule(sources, AT_MAPLE, hour(0), hour(24)))).toEqual([
      'ana 0-4',
      'bo 4-8 at maple',
      'ana 8-12',
      'gus 12-20 (general)',
    ]);
    expect(whoIsOn(sources, { ...AT_MAPLE, at: hour(13) })?.trade).toBe('general');
    expect(whoIsOn(sources, { ...AT_MAPLE, at: hour(20) })).toBeNull();
    expect(whoIsOn(sources, { ...AT_MAPLE, role: 'backup', at: hour(6) })).toBeNull();
  });
  test('half-open: at the hand-off it is the next one', () => {
    expect(whoIsOn(sources, { ...AT_MAPLE, at: hour(4) - 1 })?.responderId).toBe('ana');
    expect(whoIsOn(sources, { ...AT_MAPLE, at: hour(4) })?.responderId).toBe('bo');
  });
  test('whoIsOn knows the duty from end to end', () => {
    const duty = whoIsOn(sources, { ...AT_MAPLE, at: hour(9) });
    expect(duty && told([duty])).toEqual(['ana 8-12']);
  });
});

describe('the next change', () => {
  const told1 = (sources: Partial<ScheduleSources>, at: Instant) => {
    const change = nextChange(sourcesOf(sources), PLUMBER, at);
    return (
      change && [(change.at - NIGHT) / HOUR_MS, change.before?.responderId ?? null, change.after?.responderId ?? null]
    );
  };
  test.each([
    ['to the next person', { shifts: [shift('ana', 0, 4), shift('bo', 4, 8)] }, 1, [4, 'ana', 'bo']],
    ['to nobody', { shifts: [shift('ana', 0, 4), shift('bo', 5, 8)] }, 1, [4, 'ana', null]],
    ['from nobody', { shifts: [shift('ana', 0, 4), shift('bo', 5, 8)] }, 4, [5, null, 'bo']],
    ['to nobody after the last', { shifts: [shift('ana', 0, 4)] }, 3, [4, 'ana', null]],
    ['none: nobody is ever on again', { shifts: [shift('ana', 0, 4)] }, 4, null],
    ['not when the same person goes on', { shifts: [shift('ana', 0, 4), shift('ana', 4, 8)] }, 1, [8, 'ana', null]],
    ['by a cover', { rotations: [rotation(['ro'])], covers: [cover('bo', 4, 6)] }, 1, [4, 'ro', 'bo']],
    ['back after a cover', { rotations: [rotation(['ro'])], covers: [cover('bo', 4, 6)] }, 4, [6, 'bo', 'ro']],
    ['none: a rotation of one', { rotations: [rotation(['ro'])] }, 1, null],
    ['to general', { shifts: [shift('ana', 0, 4), shift('gus', 0, 9, GENERAL)] }, 1, [4, 'ana', 'gus']],
  ] as const)('%s', (_, sources, at, expected) => {
    expect(told1(sources as unknown as Partial<ScheduleSources>, hour(at))).toEqual(expected);
  });
});

describe('one person in both roles', () => {
  const sources = sourcesOf({
    shifts: [shift('ana', 0, 8), shift('bea', 0, 8, { role: 'backup' }), shift('gil', 0, 8, { trade: 'general' })],
  });

  test('is found where the backup covers the primary, for as long as it lasts', () => {
    expect(told(doubledDuties(sources, PLUMBER, 'bea', hour(2), hour(12)))).toEqual(['bea 2-8']);
    expect(told(doubledDuties(sources, { ...PLUMBER, role: 'backup' }, 'ana', hour(0), hour(4)))).toEqual(['ana 0-4']);
  });

  test('is not found where somebody else stands in, or at another time', () => {
    expect(doubledDuties(sources, PLUMBER, 'cas', hour(2), hour(12))).toEqual([]);
    expect(doubledDuties(sources, PLUMBER, 'bea', hour(8), hour(12))).toEqual([]);
  });

  test('counts a role that general holds for the trade', () => {
    const backup: DutyKey = { trade: 'hvac', role: 'backup', propertyId: null };
    expect(told(doubledDuties(sources, backup, 'gil', hour(0), hour(8)))).toEqual(['gil 0-8 (general)']);
  });
});

describe('gaps', () => {
  const sources = sourcesOf({
    shifts: [shift('ana', 2, 6), shift('bo', 8, 10, { propertyId: 'maple' }), shift('gus', 4, 9, { trade: 'general' })],
  });
  const toldGaps = (scopes?: readonly Scope[]) =>
    gaps(sources, ['plumbing', 'general'], ['primary'], hour(0), hour(12), scopes).map((gap) => {
      const [from, to] = [gap.startsAt, gap.endsAt].map((at) => (at - NIGHT) / HOUR_MS);
      return `${gap.trade} ${from}-${to}${gap.coveredBy === 'general' ? ' by general' : ''} ${gap.propertyId ?? ''}`.trim();
    });
  test('are cut where general begins and ends', () => {
    expect(toldGaps()).toEqual([
      'plumbing 0-2',
      'plumbing 6-9 by general',
      'plumbing 9-12',
      'general 0-4',
      'general 9-12',
    ]);
  });
  test('of a property are what neither it nor the company fills', () => {
    expect(toldGaps([{ propertyId: 'maple', group: null }]).slice(0, 3)).toEqual([
      'plumbing 0-2 maple',
      'plumbing 6-8 by general maple',
      'plumbing 10-12 maple',
    ]);
  });
  test('an empty rota is one red block, not an absence of warnings', () => {
    expect(gaps(sourcesOf({}), ['hvac'], ['primary', 'backup'], hour(0), hour(12))).toHaveLength(2);
  });
});

test('covers without effect: hidden by later ones, or standing in for oneself', () => {
  const sources = sourcesOf({
    shifts: [shift('ana', 0, 12)],
    covers: [
      cover('bo', 2, 4, { id: 'hidden', createdAt: hour(-9) }),
      cover('cy', 1, 6, { id: 'hides' }),
      cover('ana', 8, 9, { id: 'oneself' }),
      cover('ana', 11, 13, { id: 'longer' }),
      cover('di', 5, 7, { id: 'half hidden', createdAt: hour(-9) }),
      cover('ana', 3, 4, { id: 'oneself at maple', propertyId: 'elm', createdAt: hour(-9) }),
    ],
  });
  expect(coversWithoutEffect(sources).map(({ id }) => id)).toEqual(['hidden', 'oneself']);
});

describe('rotations and the nights when clocks change', () => {
  test.each([
    ['first hand-off on or after fromDate', '2026-11-03', '2026-11-09T12:59', null],
    ['and then at the hand-off', '2026-11-03', '2026-11-09T13:00', 'ana'],
    ['the second turn', '2026-11-03', '2026-11-16T13:00', 'bo'],
    ['round to the first again', '2026-11-03', '2026-11-30T13:00', 'ana'],
  ])('%s', (_, fromDate, at, expected) => {
    const sources = sourcesOf({ rotations: [rotation(['ana', 'bo', 'cy'], { fromDate })] });
    expect(whoIsOn(sources, { ...PLUMBER, at: utc(at) })?.responderId ?? null).toBe(expected);
  });

  test('a rotation ends at the hand-off of untilDate, where its successor begins', () => {
    const sources = sourcesOf({
      rotations: [rotation(['old'], { untilDate: '2026-11-16' }), rotation(['new'], { fromDate: '2026-11-16' })],
    });
    const duties = finalSchedule(sources, utc('2026-11-10T00:00'), utc('2026-11-20T00:00'));
    expect(duties.map((duty) => [duty.responderId, duty.endsAt])).toEqual([
      ['old', utc('2026-11-16T13:00')],
      ['new', utc('2026-11-20T00:00')],
    ]);
  });

  const handOffs: readonly [zone: string, time: string, around: string, handOffAt: string][] = [
    ['America/New_York', '02:30', '2026-03-08', '2026-03-08T07:00'], // skipped: 03:00 EDT is the first valid instant
    ['America/New_York', '02:00', '2026-03-08', '2026-03-08T07:00'],
    ['America/New_York', '01:30', '2026-11-01', '2026-11-01T05:30'], // twice: the first, EDT
    ['America/New_York', '02:00', '2026-11-01', '2026-11-01T07:00'],
    ['Europe/London', '01:30', '2026-03-29', '2026-03-29T01:00'],
    ['Europe/London', '01:30', '2026-10-25', '2026-10-25T00:30'],
    ['Australia/Sydney', '02:30', '2026-10-04', '2026-10-03T16:00'],
    ['Australia/Sydney', '02:30', '2026-04-05', '2026-04-04T15:30'],
    ['Australia/Lord_Howe', '02:15', '2026-10-04', '2026-10-03T15:30'], // half an hour is skipped
    ['Australia/Lord_Howe', '01:45', '2026-04-05', '2026-04-04T14:45'],
    ['America/Phoenix', '02:30', '2026-03-08', '2026-03-08T09:30'],
    ['America/Phoenix', '01:30', '2026-11-01', '2026-11-01T08:30'],
  ];
  test.each(handOffs)('%s hands over at %s on %s', (zone, handOffTime, date, handOffAt) => {
    const rotations = [rotation(['ana', 'bo'], { zone, handOffTime, handOffWeekday: 7, fromDate: '2026-01-01' })];
    const at = utc(handOffAt);
    const duties = finalSchedule(
      sourcesOf({ rotations }),
      utc(`${date}T00:00`) - 3 * DAY_MS,
      utc(`${date}T00:00`) + 3 * DAY_MS,
    );
    expect(duties.map((duty) => duty.startsAt)).toContain(at);
    expect(duties).toHaveLength(2);
  });

  test.each(['America/New_York', 'Europe/London', 'Australia/Sydney', 'Australia/Lord_Howe', 'America/Phoenix'])(
    '%s: a year without an hour uncovered or doubled, whatever the hand-off time',
    (zone) => {
      const [from, to] = [utc('2026-01-15T00:00'), utc('2027-01-15T00:00')];
      for (let minutes = 0; minutes < 24 * 60; minutes += 15) {
        const handOffTime = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const rotations = [rotation(['ana', 'bo'], { zone, handOffTime, handOffWeekday: 7, fromDate: '2026-01-01' })];
        const duties = finalSchedule(sourcesOf({ rotations }), from, to);
        let reached = from;
        for (const duty of duties) {
          expect(duty.startsAt).toBe(reached);
          reached = duty.endsAt;
        }
        expect(reached).toBe(to);
        expect(duties.length).toBeGreaterThan(51);
      }
    },
  );

  test('a zone that does not exist is an error, not a guess', () => {
    const sources = sourcesOf({ rotations: [rotation(['ana'], { zone: 'Mars/Olympus' })] });
    expect(() => finalSchedule(sources, hour(0), hour(1))).toThrow(RangeError);
  });
});
