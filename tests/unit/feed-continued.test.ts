import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedShift } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';
import { continued, isSameFrom } from '../../electron/core/oncall/feeds/continued.ts';

/** One copy of a live calendar after another: what was on duty before a copy came is not changed by it. */

const shift = (id: string, responderId: string, startsAt: number, endsAt: number): FeedShift => ({
  id,
  feedId: 'feed',
  trade: 'plumbing',
  role: 'primary',
  propertyId: null,
  group: null,
  responderId,
  startsAt,
  endsAt,
  title: responderId,
});
const spans = (shifts: readonly FeedShift[]): readonly string[] =>
  shifts.map(({ responderId, startsAt, endsAt }) => `${responderId} ${startsAt}-${endsAt}`);
/** Who is called, minute by minute, as the schedule has it. */
const calledIn = (feedShifts: readonly FeedShift[], from: number, to: number): readonly string[] => {
  const sources = { shifts: [], rotations: [], covers: [], timeOff: [], decisions: [], groups: {}, feedShifts };
  const duties = from < to ? finalSchedule(sources, from, to) : [];
  return duties.flatMap(({ responderId, startsAt, endsAt }) =>
    Array.from({ length: endsAt - startsAt }, (_, minute) => `${startsAt + minute} ${responderId}`),
  );
};
/** Who is on at one moment, in no order. */
const onAt = (shifts: readonly FeedShift[], at: number): readonly string[] =>
  shifts
    .filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
    .map(({ responderId }) => responderId)
    .toSorted();

describe('a new copy', () => {
  it('is cut at its beginning where there was none before', () => {
    expect(
      spans(continued([], [shift('a', 'Chen', 0, 10), shift('b', 'Silva', 20, 30), shift('c', 'Ortiz', 0, 5)], 5)),
    ).toEqual(['Chen 5-10', 'Silva 20-30']);
  });

  it('that says the same of what runs leaves it whole, also where it ends later now', () => {
    const old = continued([], [shift('a', 'Chen', 0, 10)], 0);
    expect(continued(old, [shift('a', 'Chen', 0, 10)], 5)).toEqual(old);
    expect(spans(continued(old, [shift('a', 'Chen', 0, 14)], 5))).toEqual(['Chen 0-14']);
    expect(spans(continued(old, [shift('a', 'Chen', 7, 14)], 5))).toEqual(['Chen 0-5', 'Chen 7-14']);
  });

  it('that names somebody else cuts what runs, there and back again', () => {
    const first = continued([], [shift('a', 'Chen', 0, 30)], 0);
    const second = continued(first, [shift('a', 'Silva', 0, 30)], 10);
    const third = continued(second, [], 15);
    const fourth = continued(third, [shift('a', 'Chen', 0, 30)], 20);
    expect(spans(fourth)).toEqual(['Chen 0-10', 'Silva 10-15', 'Chen 20-30']);
    expect(new Set(fourth.map(({ id }) => id)).size).toBe(3);
  });

  it.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('leaves on top what was planned to begin later, wherever either is cut (%s, %s)', (weekId, tonightId) => {
    const week = shift(weekId, 'Chen', 0, 100);
    const tonight = shift(tonightId, 'Silva', 40, 60);
    const added = continued([], [week, tonight], 50);
    expect(calledIn(added, 50, 51)).toEqual(['50 Silva']);
    const noted = continued(continued([], [week, tonight], 0), [{ ...week, title: 'Chen, note' }, tonight], 50);
    expect(calledIn(noted, 50, 51)).toEqual(['50 Silva']);
  });

  it('never changes what was, is what it says from now on, and names nothing twice', () => {
    const entries = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.constantFrom('Chen', 'Silva'),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
      ),
      { selector: ([id]) => id, maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), entries), { maxLength: 8 }), (copies) => {
        let now = 0;
        let inForce: readonly FeedShift[] = [];
        for (const [wait, copy] of copies) {
          now += wait;
          const fresh = copy.map(([id, who, from, length]) => shift(id, who, from, from + length));
          const next = continued(inForce, fresh, now);
          expect(calledIn(next, 0, now)).toEqual(calledIn(inForce, 0, now));
          expect(calledIn(next, now, 70)).toEqual(calledIn(fresh, now, 70));
          for (let at = 0; at < 70; at += 1) expect(onAt(next, at)).toEqual(onAt(at < now ? inForce : fresh, at));
          expect(new Set(next.map(({ id }) => id)).size).toBe(next.length);
          expect(next.every(({ startsAt, endsAt }) => startsAt < endsAt)).toBe(true);
          inForce = next;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('two copies say the same', () => {
  const chen = shift('a', 'Chen', 0, 10);
  const silva = shift('b', 'Silva', 20, 30);
  const old = [chen, silva];
  it.each([
    ['in another order', old.toReversed(), true],
    ['where what is over is another', [...old, shift('c', 'Chen', 0, 4)], true],
    ['where what is beyond both is another', [...old, shift('c', 'Chen', 90, 95)], true],
    ['with somebody else', [chen, shift('b', 'Ortiz', 20, 30)], false],
    ['with another end', [chen, shift('b', 'Silva', 20, 31)], false],
    ['with another beginning', [shift('a', 'Chen', 6, 10), silva], false],
    ['with one more', [...old, shift('c', 'Chen', 40, 50)], false],
    ['with one less', [chen], false],
  ] as const)('%s: %j', (_what, fresh, expected) => {
    expect(isSameFrom(5, 80, continued([], old, 2), fresh)).toBe(expected);
  });

  it('of entries, whatever line they stand on', () => {
    const entry = { id: 'a', startsAt: 0, endsAt: 10, phones: ['+1'], line: 3 };
    expect(isSameFrom(5, 80, [entry], [{ ...entry, line: 4 }])).toBe(true);
    expect(isSameFrom(5, 80, [entry], [{ ...entry, phones: ['+2'] }])).toBe(false);
  });
});
