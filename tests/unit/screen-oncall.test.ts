import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TRADES } from '#shared/contract';
import { dayOf } from '#shared/oncall';
import { wallTimeOf } from '../../renderer/parts/wall-time.ts';
import { blocksOf } from '../../renderer/screens/oncall/calendar/calendar-events.ts';
import { nextTurns } from '../../renderer/screens/oncall/forms/turns.ts';
import { barLabel } from '../../renderer/screens/oncall/grid/bar-label.ts';
import { isOver, isStub } from '../../renderer/screens/oncall/past.ts';
import {
  barsIn,
  daysFrom,
  linesOf,
  markedStretch,
  nextMorning,
  placeOf,
  plannedFor,
} from '../../renderer/screens/oncall/timeline.ts';
import { monthOf, windowOf } from '../../renderer/screens/oncall/views.ts';
import { fieldOf, firstHandOver, instantOfField, zoneNamesOf } from '../../renderer/screens/oncall/wall-input.ts';
import { at, cover, from, HOUR_MS, lineAt, NY, rotation, sources, to, view } from './screen-oncall-plan.ts';

describe('the lines of the grid', () => {
  const lines = linesOf(view(sources), from, to);

  it('shows a trade as primary and backup, the cover between the halves of the shift it splits', () => {
    expect(lines.map((line) => line.key)).toEqual(['plumbing primary', 'plumbing backup']);
    const names = lineAt(lines, 0).bars.map((bar) => (bar.kind === 'duty' ? bar.duty.responderId : bar.kind));
    expect(names).toEqual(['marcus', 'omar', 'marcus', 'aline']);
  });

  it('shows a role without anybody as one red bar over the whole window', () => {
    expect(lineAt(lines, 1).bars).toMatchObject([{ kind: 'gap', startsAt: from, endsAt: to }]);
  });

  it('tells a gap that general fills from one that nobody fills', () => {
    const general = { ...rotation, id: 'r2', trade: 'general', role: 'backup' } as const;
    const filled = linesOf(view({ ...sources, rotations: [rotation, general] }), from, to);
    expect(filled.find((line) => line.key === 'plumbing backup')?.bars).toMatchObject([{ kind: 'lent' }]);
  });

  it('leaves no hole and no overlap in any line, whatever the window', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 200 }), (start, hours) => {
        const left = from + start * HOUR_MS;
        const right = Math.min(to, left + hours * HOUR_MS);
        if (left >= right) return;
        for (const line of linesOf(view(sources), left, right)) {
          expect(line.bars[0]?.startsAt).toBe(left);
          expect(line.bars.at(-1)?.endsAt).toBe(right);
          line.bars.forEach((bar, index) => {
            const next = line.bars[index + 1];
            if (next) expect(next.startsAt).toBe(bar.endsAt);
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('days and places', () => {
  it('keeps 23 and 25 hours in one column each', () => {
    const autumn = daysFrom(NY, dayOf('2026-10-31'), 3);
    expect(autumn.map((day) => (day.endsAt - day.startsAt) / HOUR_MS)).toEqual([24, 25, 24]);
    const spring = daysFrom(NY, dayOf('2026-03-08'), 1);
    expect(spring.map((day) => (day.endsAt - day.startsAt) / HOUR_MS)).toEqual([23]);
    const sunday = autumn[1];
    if (!sunday) throw new Error('no sunday');
    expect(placeOf(sunday, autumn)).toEqual({ left: 33.333, width: 33.334 });
  });

  it('places a stretch by column and by its share of the day', () => {
    const days = daysFrom(NY, dayOf('2026-11-20'), 4);
    const noonToNoon = { startsAt: at('2026-11-20T12:00:00-05:00'), endsAt: at('2026-11-21T12:00:00-05:00') };
    expect(placeOf(noonToNoon, days)).toEqual({ left: 12.5, width: 25 });
    expect(placeOf({ startsAt: from, endsAt: at('2027-01-01T00:00:00Z') }, days)).toEqual({ left: 0, width: 100 });
  });
});

describe('a cover asked for on a cell', () => {
  const days = daysFrom(NY, dayOf('2026-11-20'), 7);
  const lines = linesOf(view(sources), from, to);
  const draft = (line: number, day: number, now: number) => {
    const onDay = days[day];
    if (!onDay) throw new Error(`no day ${day}`);
    const made = markedStretch(lineAt(lines, line), onDay, onDay, NY, now);
    if (!made) return null;
    const { startsAt, endsAt } = made;
    return [fieldOf(startsAt, NY), fieldOf(endsAt, NY)];
  };
  const now = at('2026-11-20T20:42:31-05:00');

  it.each([
    ['today takes over at this minute', 0, 0, now, ['2026-11-20T20:42', '2026-11-21T08:00']],
    [
      'today during a cover stands in for the cover',
      0,
      0,
      at('2026-11-20T23:30:00-05:00'),
      ['2026-11-20T23:30', '2026-11-21T08:00'],
    ],
    ['another day means its night', 0, 2, now, ['2026-11-22T17:00', '2026-11-23T08:00']],
    ['a gap is covered from its start that day', 1, 1, now, ['2026-11-21T00:00', '2026-11-21T08:00']],
    ['a gap that runs already is covered from now', 1, 0, now, ['2026-11-20T20:42', '2026-11-21T08:00']],
  ] as const)('%s', (_, line, day, when, expected) => {
    expect(draft(line, day, when)).toEqual(expected);
  });

  it.each([
    ['whoever the rotation names', {}, '2026-11-20T20:42:00-05:00', 'marcus'],
    ['the one who covers already', {}, '2026-11-20T23:30:00-05:00', 'omar'],
    [
      'the company’s person at a property without its own',
      { propertyId: 'elm' },
      '2026-11-20T20:42:00-05:00',
      'marcus',
    ],
    ['nobody in a gap', { role: 'backup' }, '2026-11-20T20:42:00-05:00', null],
    ['nobody where only general stands in', { trade: 'hvac' }, '2026-11-20T20:42:00-05:00', null],
  ] as const)('stands in for %s', (_, more, when, expected) => {
    const general = { ...rotation, id: 'g', trade: 'general' as const, members: ['gil'] };
    const given = { ...sources, rotations: [rotation, general] };
    const duty = { trade: 'plumbing', role: 'primary', propertyId: null, group: null, ...more } as const;
    expect(plannedFor(given, duty, at(when))).toBe(expected);
  });

  it('never begins in the past and never ends before it begins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: from, max: to - 1 }),
        (line, day, when) => {
          const onDay = days[day];
          if (!onDay) return;
          const made = markedStretch(lineAt(lines, line), onDay, onDay, NY, when);
          if (made === null) {
            expect(onDay.endsAt).toBeLessThanOrEqual(when);
            return;
          }
          expect(made.startsAt).toBeGreaterThan(when - 60_000);
          expect(made.endsAt).toBeGreaterThan(made.startsAt);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes the morning after when eight is less than an hour away', () => {
    expect(fieldOf(nextMorning(NY, at('2026-11-21T07:30:00-05:00')), NY)).toBe('2026-11-22T08:00');
    expect(fieldOf(nextMorning(NY, at('2026-11-21T07:00:00-05:00')), NY)).toBe('2026-11-21T08:00');
  });

  it('finds the hours of a cell', () => {
    const today = days[0];
    if (!today) throw new Error('no today');
    expect(barsIn(lineAt(lines, 0), today)).toHaveLength(2);
  });
});

describe('windows', () => {
  const friday = dayOf('2026-11-20');
  it.each([
    ['the grid begins today', windowOf('grid', friday, 7, 0), { first: friday, count: 7 }],
    ['and pages by its length', windowOf('grid', friday, 14, -1), { first: friday - 14, count: 14 }],
    ['a week begins on Monday', windowOf('week', friday, 7, 0), { first: dayOf('2026-11-16'), count: 7 }],
    ['on a Monday too', windowOf('week', dayOf('2026-11-16'), 7, 1), { first: dayOf('2026-11-23'), count: 7 }],
    ['a month is whole weeks', windowOf('month', friday, 7, 0), { first: dayOf('2026-10-26'), count: 42 }],
    ['February 2027 has exactly four', windowOf('month', friday, 7, 3), { first: dayOf('2027-02-01'), count: 28 }],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  it('crosses the year', () => {
    expect(monthOf(friday, 2)).toEqual({ first: dayOf('2027-01-01'), next: dayOf('2027-02-01') });
  });
});

describe('date and time fields', () => {
  it('says an instant by the wall clock of the zone and reads it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01Z') / 60_000, max: at('2027-12-31Z') / 60_000 }), (minute) => {
        const instant = minute * 60_000;
        const back = instantOfField(fieldOf(instant, NY), NY);
        // Of the hour that comes twice the first is meant, an hour earlier.
        expect([instant, instant - HOUR_MS]).toContain(back);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', '2026-11-20', '2026-11-20T25:00', 'tomorrow'])('takes %j for not filled', (text) => {
    expect(instantOfField(text, NY)).toBeNull();
  });

  it('names both abbreviations where the clocks change', () => {
    expect(zoneNamesOf(from, to, NY)).toBe('EST');
    expect(zoneNamesOf(at('2026-10-26T04:00:00Z'), to, NY)).toBe('EDT/EST');
  });
});

describe('the blocks of week and month', () => {
  const words = {
    trade: (trade: string) => trade,
    role: (role: string) => role,
    person: (id: string) => ({ name: id, hue: 3 }),
    nobody: 'nobody',
    byGeneral: 'by general',
    byVendor: 'by vendor',
    accepted: (id: string) => `accepted: ${id}`,
    mark: { cover: 'cover', timeOff: 'stands in', vendor: 'vendor' },
    place: ({ propertyId }: { readonly propertyId: string | null }) =>
      propertyId === 'elm' ? 'Elm House' : propertyId,
    cost: () => 'goes to the manager at once',
  };
  const calendar = { ...view(sources), sources, idleCoverIds: [], responders: [], zone: NY };
  const blocks = blocksOf(calendar, from, { trade: 'all', role: 'all' }, words);

  it('puts gaps first and says when a block begins, but not for one that was cut', () => {
    expect(blocks.map((block) => block.title)).toEqual([
      'plumbing backup · nobody',
      'plumbing · marcus',
      '22:00 plumbing · omar (cover)',
      '06:00 plumbing · marcus',
      '08:00 plumbing · aline',
    ]);
    expect(blocks[0]).toMatchObject({ className: 'block block-gap', cost: 'goes to the manager at once', rank: 0 });
    expect(blocks[2]?.className).toContain('block-cover');
  });

  it('gives the wall clock of the company, without a zone', () => {
    expect(blocks[2]).toMatchObject({ start: '2026-11-20T22:00', end: '2026-11-21T06:00' });
  });

  it('draws a shift at one property as such, beside that of the company', () => {
    const shift = { ...cover, id: 's1', propertyId: 'elm', responderId: 'aline' };
    const own = { ...sources, shifts: [shift], covers: [] };
    const titles = blocksOf(
      { ...calendar, ...view(own), sources: own },
      from,
      { trade: 'all', role: 'primary' },
      words,
    );
    expect(titles.map((block) => block.title)).toEqual([
      'plumbing · marcus',
      '22:00 plumbing, Elm House · aline',
      '08:00 plumbing · aline',
    ]);
    expect(titles[1]?.className).toContain('is-own');
  });

  it('filters by trade and role', () => {
    expect(blocksOf(calendar, from, { trade: 'hvac', role: 'all' }, words)).toEqual([]);
    expect(blocksOf(calendar, from, { trade: 'all', role: 'backup' }, words)).toHaveLength(1);
    expect(TRADES.flatMap((trade) => blocksOf(calendar, from, { trade, role: 'all' }, words))).toHaveLength(
      blocks.length,
    );
  });
});

describe('where a new rotation begins', () => {
  const monday8 = { turn: { unit: 'week', count: 1 }, handOffWeekday: 1, handOffTime: '08:00', zone: NY } as const;
  const daily = { ...monday8, turn: { unit: 'day', count: 1 } } as const;
  it.each([
    ['Saturday night', monday8, '2026-11-20T23:41', '2026-11-16', '2026-11-23'],
    ['on the day, before the hour', monday8, '2026-11-23T03:00', '2026-11-16', '2026-11-23'],
    ['on the day, at the hour', monday8, '2026-11-23T08:00', '2026-11-23', '2026-11-30'],
    ['in the week the clocks went back', monday8, '2026-11-02T07:30', '2026-10-26', '2026-11-02'],
    ['turns of days, before the hour', daily, '2026-11-25T07:59', '2026-11-24', '2026-11-25'],
    ['turns of days, late in the evening', daily, '2026-11-25T23:28', '2026-11-25', '2026-11-26'],
  ] as const)('with the last hand-over, or the coming one where somebody is on: %s', (_, turns, wall, last, coming) => {
    const now = instantOfField(wall, NY) ?? 0;
    expect([firstHandOver(turns, now, false), firstHandOver(turns, now, true)]).toEqual([last, coming]);
  });

  it('so that whoever is picked first has the first turn, whenever it is made', () => {
    for (let hour = 0; hour < 24 * 8; hour += 5) {
      for (let handOffWeekday = 1; handOffWeekday <= 7; handOffWeekday += 1) {
        for (const { turn } of [monday8, daily]) {
          for (const isHeld of [true, false]) {
            const now = from + hour * HOUR_MS;
            const begun = { ...rotation, handOffWeekday, turn };
            const made = { ...begun, fromDate: firstHandOver(begun, now, isHeld) };
            const [first, second] = nextTurns(made, now, 2);
            expect([first?.responderId, second?.responderId]).toEqual(rotation.members);
            expect(first?.startsAt === now).toBe(!isHeld);
          }
        }
      }
    }
  });
});

describe('what is over', () => {
  it('is so to the minute, and not worth a line where it lasted no two of them', () => {
    const now = at('2026-11-20T23:41:00-05:00');
    expect([null, now - 1, now + 20_000, now + 60_000].map((end) => isOver(end, now))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isStub({ startsAt: now - 60_000, endsAt: now + 20_000 }, now)).toBe(true);
    expect(isStub({ startsAt: now - 120_000, endsAt: now }, now)).toBe(false);
    expect(isStub({ startsAt: now + HOUR_MS, endsAt: now + HOUR_MS + 60_000 }, now)).toBe(false);
  });
});

describe('a name in a bar', () => {
  it.each([
    ['a week', 100, 'Marcus Chen'],
    ['a day at 1024 px', 14.3, 'Marcus Chen'],
    ['most of a day', 11, 'M. Chen'],
    ['a few hours', 4, 'MC'],
  ] as const)('is written as there is room for: %s', (_, share, expected) =>
    expect(barLabel('Marcus Chen', share, 'narrow')).toBe(expected),
  );
});

describe('a time of day', () => {
  it.each([
    ['17:57', '17:57'],
    ['1757', '17:57'],
    ['757', '07:57'],
    ['17.57', '17:57'],
    ['17h57', '17:57'],
    ['7', '07:00'],
    [' 23 ', '23:00'],
    ['24:00', null],
    ['12:60', null],
    ['3:57 PM', null],
    ['', null],
  ])('%j is %j', (typed, expected) => expect(wallTimeOf(typed)).toBe(expected));
});
