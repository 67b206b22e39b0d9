import { describe, expect, it, test } from 'vitest';
import { calendarText, eventText, linesOf, startsOf } from '../calendar-text.ts';

/** The nights the clocks change, and the other cases in which reading programs disagree; times worked out by hand. */

/** Per zone: its Windows name, the evenings before the clocks are put back and on, and when a shift 18:00 to 07:00 is then. */
const ZONES = [
  {
    zone: 'America/Chicago',
    windows: 'Central Standard Time',
    back: ['20261031', '2026-10-31T23:00', '2026-11-01T13:00', 14],
    on: ['20270313', '2027-03-14T00:00', '2027-03-14T12:00', 12],
    /** A time that is skipped, when calendars show it, and the same time a day later; one that comes twice. */
    skipped: ['20270314T0230', '2027-03-14T08:30', '2027-03-15T07:30'],
    twice: ['20261101T0130', '2026-11-01T06:30', '2026-11-02T07:30'],
  },
  {
    zone: 'America/New_York',
    windows: 'Eastern Standard Time',
    back: ['20261031', '2026-10-31T22:00', '2026-11-01T12:00', 14],
    on: ['20270313', '2027-03-13T23:00', '2027-03-14T11:00', 12],
    skipped: ['20270314T0230', '2027-03-14T07:30', '2027-03-15T06:30'],
    twice: ['20261101T0130', '2026-11-01T05:30', '2026-11-02T06:30'],
  },
  {
    zone: 'Europe/London',
    windows: 'GMT Standard Time',
    back: ['20261024', '2026-10-24T17:00', '2026-10-25T07:00', 14],
    on: ['20270327', '2027-03-27T18:00', '2027-03-28T06:00', 12],
    skipped: ['20270328T0130', '2027-03-28T01:30', '2027-03-29T00:30'],
    twice: ['20261025T0130', '2026-10-25T00:30', '2026-10-26T01:30'],
  },
  {
    zone: 'Australia/Sydney',
    windows: 'AUS Eastern Standard Time',
    back: ['20270403', '2027-04-03T07:00', '2027-04-03T21:00', 14],
    on: ['20261003', '2026-10-03T08:00', '2026-10-03T20:00', 12],
    skipped: ['20261004T0230', '2026-10-03T16:30', '2026-10-04T15:30'],
    twice: ['20270404T0230', '2027-04-03T15:30', '2027-04-04T16:30'],
  },
  {
    zone: 'Australia/Lord_Howe',
    windows: 'Lord Howe Standard Time',
    back: ['20270403', '2027-04-03T07:00', '2027-04-03T20:30', 13.5],
    on: ['20261003', '2026-10-03T07:30', '2026-10-03T20:00', 12.5],
    skipped: ['20261004T0215', '2026-10-03T15:45', '2026-10-04T15:15'],
    twice: ['20270404T0145', '2027-04-03T14:45', '2027-04-04T15:15'],
  },
  {
    zone: 'America/Phoenix',
    windows: 'US Mountain Standard Time',
    back: ['20261031', '2026-11-01T01:00', '2026-11-01T14:00', 13],
    on: ['20270313', '2027-03-14T01:00', '2027-03-14T14:00', 13],
    skipped: ['20270314T0230', '2027-03-14T09:30', '2027-03-15T09:30'],
    twice: ['20261101T0130', '2026-11-01T08:30', '2026-11-02T08:30'],
  },
] as const;

const dayAfter = (date: string, days = 1): string =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8)) + days))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');

/** A shift from 18:00 to 07:00 that began `before` days before `date` and is held each day. */
const nightly = (zone: string, date: string, before: number, end: 'DTEND' | 'DURATION' = 'DTEND'): string => {
  const first = dayAfter(date, -before);
  return calendarText(
    eventText(
      `DTSTART;TZID=${zone}:${first}T180000`,
      end === 'DTEND' ? `DTEND;TZID=${zone}:${dayAfter(first)}T070000` : 'DURATION:PT13H',
      'RRULE:FREQ=DAILY;COUNT=20',
      'SUMMARY:Night',
    ),
  );
};

const hours = (start: string, end: string): number => (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 3_600_000;

describe.each(ZONES)('in $zone', ({ zone, windows, back, on, skipped, twice }) => {
  test.each([back, on])('the night of %s ends at 07:00 by the wall clock', (date, start, end, long) => {
    expect(hours(start, end)).toBe(long);
    for (const before of [0, 5]) expect(linesOf(nightly(zone, date, before))).toContain(`${start} ${end} Night`);
  });

  test.each([back, on])('a series that itself begins on %s has nights of 13 hours afterwards', (date, start, end) => {
    const [first, second] = linesOf(nightly(zone, date, 0)).map((line) => line.split(' '));
    expect(first?.slice(0, 2)).toEqual([start, end]);
    expect(hours(second?.[0] ?? '', second?.[1] ?? '')).toBe(13);
  });

  test.each([back, on])('a DURATION of 13 hours is 13 hours on %s too', (date, start) => {
    const lines = linesOf(nightly(zone, date, 5, 'DURATION'));
    expect(lines).toContain(
      `${start} ${new Date(Date.parse(`${start}Z`) + 13 * 3_600_000).toISOString().slice(0, 16)} Night`,
    );
  });

  it('shows a time that is skipped as long after the change, and the next day on time', () => {
    const [time, first, second] = skipped;
    const series = (start: string) =>
      calendarText(eventText(`DTSTART;TZID=${zone}:${start}00`, 'RRULE:FREQ=DAILY;COUNT=9', 'DURATION:PT1H'));
    expect(startsOf(series(time)).slice(0, 2)).toEqual([first, second]);
    const earlier = `${dayAfter(time.slice(0, 8), -3)}${time.slice(8)}`;
    expect(startsOf(series(earlier)).slice(3, 5)).toEqual([first, second]);
  });

  it('takes the first of a time that comes twice', () => {
    const [time, first, second] = twice;
    const one = eventText(`DTSTART;TZID=${zone}:${time}00`, 'RRULE:FREQ=DAILY;COUNT=2', 'DURATION:PT1H');
    expect(startsOf(calendarText(one))).toEqual([first, second]);
  });

  it.each([zone, windows, `"${windows}"`, `/freeassociation.sourceforge.net/${zone}`, windows.toUpperCase()])(
    'is meant by TZID=%s, without any VTIMEZONE',
    (name) => {
      const [date, start, end] = back;
      expect(linesOf(nightly(name, date, 3), { zone: 'UTC' })).toContain(`${start} ${end} Night`);
    },
  );

  it('is where floating times and whole days are read', () => {
    const [date, start, end] = back;
    const night = eventText(`DTSTART:${date}T180000`, `DTEND:${dayAfter(date)}T070000`, 'SUMMARY:Night');
    const day = eventText(`DTSTART;VALUE=DATE:${dayAfter(date)}`, 'SUMMARY:Day');
    const lines = linesOf(calendarText(night, day), { zone });
    expect(lines).toContain(`${start} ${end} Night`);
    const [dayStart = '', dayEnd = ''] = lines.find((line) => line.endsWith('Day'))?.split(' ') ?? [];
    // The day the clocks are put back, from midnight to midnight.
    expect(hours(dayStart, dayEnd)).toBe(hours(start, end) + 11);
  });

  it('leaves out by a day, by UTC and by local time, and stops at UNTIL in UTC', () => {
    const [date, start] = back;
    const utc = `${start.replaceAll(/[-:]/g, '')}00Z`;
    const rule = (until: string) => `RRULE:FREQ=DAILY;UNTIL=${until}`;
    const series = (...lines: readonly string[]) =>
      startsOf(
        calendarText(eventText(`DTSTART;TZID=${zone}:${dayAfter(date, -2)}T180000`, 'DURATION:PT13H', ...lines)),
      );
    const all = series('RRULE:FREQ=DAILY;COUNT=4');
    expect(all[2]).toBe(start);
    const without = all.filter((each) => each !== start);
    const count = 'RRULE:FREQ=DAILY;COUNT=4';
    expect(series(count, `EXDATE;VALUE=DATE:${date}`)).toEqual(without);
    expect(series(count, `EXDATE:${utc}`)).toEqual(without);
    expect(series(count, `EXDATE;TZID=${zone}:${date}T180000`)).toEqual(without);
    expect(series(rule(utc))).toEqual(all.slice(0, 3));
    expect(series(rule(date))).toEqual(all.slice(0, 3));
    expect(series(rule(`${date}T180000`))).toEqual(all.slice(0, 3));
    expect(series(rule(`${date}T175959`))).toEqual(all.slice(0, 2));
  });
});

describe('what replaces an occurrence', () => {
  const master = [
    'UID:rota@example.test',
    'DTSTART;TZID=America/Chicago:20261026T180000',
    'DTEND;TZID=America/Chicago:20261027T070000',
    'RRULE:FREQ=DAILY;COUNT=6',
    'SUMMARY:Ana',
  ];
  const replacing = (id: string, ...lines: readonly string[]) =>
    eventText('UID:rota@example.test', `RECURRENCE-ID;TZID=America/Chicago:${id}`, ...lines);
  const ana = [
    '2026-10-26T23:00 2026-10-27T12:00 Ana',
    '2026-10-27T23:00 2026-10-28T12:00 Ana',
    '2026-10-28T23:00 2026-10-29T12:00 Ana',
    '2026-10-29T23:00 2026-10-30T12:00 Ana',
    '2026-10-30T23:00 2026-10-31T12:00 Ana',
    '2026-10-31T23:00 2026-11-01T13:00 Ana',
  ] as const;
  const changed = (index: number, ...lines: readonly string[]) =>
    ana.flatMap((line, at) => (at === index ? lines : [line]));

  it('takes its place', () => {
    const swap = replacing(
      '20261028T180000',
      'DTSTART;TZID=America/Chicago:20261028T200000',
      'DTEND;TZID=America/Chicago:20261029T070000',
      'SUMMARY:Ben',
    );
    const expected = changed(2, '2026-10-29T01:00 2026-10-29T12:00 Ben');
    expect(linesOf(calendarText(eventText(...master), swap))).toEqual(expected);
    expect(linesOf(calendarText(swap, eventText(...master)))).toEqual(expected);
  });

  it.each([
    ['in UTC', 'RECURRENCE-ID:20261028T230000Z'],
    ['by its day', 'RECURRENCE-ID;VALUE=DATE:20261028'],
    ['in another zone', 'RECURRENCE-ID;TZID=America/New_York:20261028T190000'],
    ['without a zone', 'RECURRENCE-ID:20261028T180000'],
  ])('is told by its moment %s', (_how, id) => {
    const swap = eventText('UID:rota@example.test', id, 'DTSTART;TZID=America/Chicago:20261028T190000', 'SUMMARY:Ben');
    // It keeps the usual length where it gives none.
    expect(linesOf(calendarText(eventText(...master), swap))).toEqual(
      changed(2, '2026-10-29T00:00 2026-10-29T13:00 Ben'),
    );
  });

  it('comes into the window from outside, and leaves it', () => {
    const into = replacing('20261026T180000', 'DTSTART:20261118T230000Z', 'DTEND:20261119T120000Z', 'SUMMARY:Ana');
    const asked = { from: '2026-11-10', to: '2026-11-20' };
    expect(linesOf(calendarText(eventText(...master), into), asked)).toEqual(['2026-11-18T23:00 2026-11-19T12:00 Ana']);
    expect(linesOf(calendarText(eventText(...master), into), { to: '2026-11-05' })).toEqual(ana.slice(1));
  });

  it('is gone where it is cancelled', () => {
    const off = replacing('20261028T180000', 'DTSTART;TZID=America/Chicago:20261028T180000', 'STATUS:CANCELLED');
    expect(linesOf(calendarText(eventText(...master), off))).toEqual(changed(2));
  });

  it('moves all the rest with THISANDFUTURE, until another one does', () => {
    const later = (id: string, time: string, title: string, ...more: readonly string[]) =>
      eventText(
        'UID:rota@example.test',
        `RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Chicago:${id}`,
        `DTSTART;TZID=America/Chicago:${time}`,
        'DURATION:PT8H',
        `SUMMARY:${title}`,
        ...more,
      );
    const two = calendarText(
      eventText(...master),
      later('20261031T180000', '20261031T170000', 'Cy'),
      later('20261029T180000', '20261029T200000', 'Ben'),
    );
    const expected = [
      ...ana.slice(0, 3),
      '2026-10-30T01:00 2026-10-30T09:00 Ben',
      '2026-10-31T01:00 2026-10-31T09:00 Ben',
      '2026-10-31T22:00 2026-11-01T06:00 Cy',
    ];
    expect(linesOf(two)).toEqual(expected);
    const off = later('20261029T180000', '20261029T180000', 'Ana', 'STATUS:CANCELLED');
    expect(linesOf(calendarText(eventText(...master), off))).toEqual(ana.slice(0, 3));
    const weekly = later('20261029T180000', '20261029T180000', 'Cy', 'RRULE:FREQ=WEEKLY;COUNT=2');
    expect(linesOf(calendarText(eventText(...master), weekly))).toEqual([
      ...ana.slice(0, 3),
      '2026-10-29T23:00 2026-10-30T07:00 Cy',
      '2026-11-06T00:00 2026-11-06T08:00 Cy',
    ]);
  });

  it('moves the rest into the window from far before it', () => {
    const late = eventText(
      'UID:rota@example.test',
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Chicago:20261027T180000',
      'DTSTART;TZID=America/Chicago:20261127T180000',
      'DURATION:PT1H',
      'SUMMARY:Ana',
    );
    const asked = { from: '2026-11-29', to: '2026-12-01' };
    expect(startsOf(calendarText(eventText(...master), late), asked)).toEqual(['2026-11-29T00:00', '2026-11-30T00:00']);
  });

  it('stands alone where its series is not in the file', () => {
    const alone = replacing('20261028T180000', 'DTSTART:20261029T010000Z', 'DTEND:20261029T120000Z', 'SUMMARY:Ben');
    expect(linesOf(calendarText(alone))).toEqual(['2026-10-29T01:00 2026-10-29T12:00 Ben']);
  });
});

describe('further dates', () => {
  const shift = (...lines: readonly string[]) =>
    linesOf(
      calendarText(
        eventText(
          'DTSTART;TZID=America/Chicago:20261030T180000',
          'DTEND;TZID=America/Chicago:20261031T070000',
          ...lines,
        ),
      ),
    );
  const first = '2026-10-30T23:00 2026-10-31T12:00';

  it.each([
    ['in its zone', 'RDATE;TZID=America/Chicago:20261031T180000'],
    ['in another zone', 'RDATE;TZID=Europe/London:20261031T230000'],
    ['in UTC', 'RDATE:20261031T230000Z'],
    ['as a day', 'RDATE;VALUE=DATE:20261031'],
    ['without a zone', 'RDATE:20261031T180000'],
  ])('%s end by the wall clock', (_how, rdate) => {
    expect(shift(rdate)).toEqual([first, '2026-10-31T23:00 2026-11-01T13:00']);
  });

  it('with an end of their own keep it', () => {
    expect(shift('RDATE;VALUE=PERIOD:20261101T000000Z/20261101T060000Z,20261102T000000Z/PT2H')).toEqual([
      first,
      '2026-11-01T00:00 2026-11-01T06:00',
      '2026-11-02T00:00 2026-11-02T02:00',
    ]);
    expect(shift('RDATE;VALUE=PERIOD;TZID=America/Chicago:20261031T180000/20261101T090000')).toEqual([
      first,
      '2026-10-31T23:00 2026-11-01T15:00',
    ]);
  });

  it('can be the second of a time that comes twice', () => {
    expect(shift('RDATE:20261101T073000Z').at(-1)).toMatch(/^2026-11-01T07:30/);
  });

  it('are left out by EXDATE too, and count once', () => {
    const dates = 'RDATE;TZID=America/Chicago:20261031T180000,20261101T180000,20261031T180000';
    expect(shift(dates, 'EXDATE;VALUE=DATE:20261101')).toHaveLength(2);
  });
});
