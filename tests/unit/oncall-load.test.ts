import { expect, it } from 'vitest';
import { loadOf } from '#shared/oncall';
import { DAY_MS, GENERAL, HOUR_MS, hour, NIGHT, rotation, shift, sourcesOf, utc } from './oncall-night-plan.ts';

const ZONE = 'America/New_York';
/** Hour 3 is ten in the evening of a Monday in New York, hour 11 six in the morning. */
const TO = NIGHT + 7 * DAY_MS;

it('counts hours once however many trades they are for, nights of which any part was on duty, and wake-ups', () => {
  const shifts = [
    shift('ana', 0, 12),
    shift('ana', 6, 14, GENERAL),
    shift('bo', 10, 12, { role: 'backup' }),
    shift('cy', 12, 20),
    shift('ana', 24, 25),
  ];
  const wakeUps = [
    { responderId: 'ana', at: hour(5) },
    { responderId: 'ana', at: hour(6) },
    { responderId: 'ana', at: hour(-1) },
    { responderId: 'manager', at: hour(7) },
  ];
  expect(loadOf(sourcesOf({ shifts }), wakeUps, ZONE, NIGHT, TO)).toEqual({
    from: NIGHT,
    to: TO,
    rows: [
      { responderId: 'ana', hours: 15, nights: 1, weekendNights: 0, wakeUps: 2 },
      { responderId: 'bo', hours: 2, nights: 1, weekendNights: 0, wakeUps: 0 },
      { responderId: 'cy', hours: 8, nights: 0, weekendNights: 0, wakeUps: 0 },
      { responderId: 'manager', hours: 0, nights: 0, weekendNights: 0, wakeUps: 1 },
    ],
    spreadNights: 1,
  });
});

it('knows the nights of the weekend: those that begin on Friday, Saturday and Sunday', () => {
  const rotations = [rotation(['ana', 'bo'], { turn: { unit: 'day', count: 1 }, fromDate: '2026-11-16' })];
  // Monday 16th eight in the morning to Monday 23rd: ana has four nights, Sunday's and Saturday's being bo's and hers.
  const from = utc('2026-11-16T13:00');
  const { rows, spreadNights } = loadOf(sourcesOf({ rotations }), [], ZONE, from, from + 7 * DAY_MS);
  expect(rows.map(({ responderId, nights, weekendNights }) => [responderId, nights, weekendNights])).toEqual([
    ['ana', 4, 2],
    ['bo', 3, 1],
  ]);
  expect(spreadNights).toBe(1);
});

it('counts the night on which clocks change as one, with the hours it has', () => {
  const from = utc('2026-11-01T02:00');
  const to = from + 9 * HOUR_MS;
  const whole = shift('ana', 0, 0, { startsAt: from, endsAt: to });
  expect(loadOf(sourcesOf({ shifts: [whole] }), [], ZONE, from, to).rows).toEqual([
    { responderId: 'ana', hours: 9, nights: 1, weekendNights: 1, wakeUps: 0 },
  ]);
});

it('of nobody is nothing', () => {
  expect(loadOf(sourcesOf({}), [], ZONE, NIGHT, TO)).toEqual({ from: NIGHT, to: TO, rows: [], spreadNights: 0 });
});
