import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendarText, eventText, startsOf } from '../calendar-text.ts';

/** Repeating rules: examples worked out by hand, and a look at each day against the reader. */

const starts = (start: string, ...lines: readonly string[]) =>
  startsOf(calendarText(eventText(`DTSTART:${start}`, 'DURATION:PT1H', ...lines)), { to: '2032-01-01', zone: 'UTC' });
const days = (start: string, ...lines: readonly string[]) => starts(start, ...lines).map((each) => each.slice(0, 10));

describe('rules by hand', () => {
  test.each([
    // The second Tuesday; the last working day; the Friday the 13th.
    ['FREQ=MONTHLY;BYDAY=2TU;COUNT=3', '20261110', ['2026-11-10', '2026-12-08', '2027-01-12']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', '20261030', ['2026-10-30', '2026-11-30', '2026-12-31']],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3', '20261113', ['2026-11-13', '2027-08-13', '2028-10-13']],
    // A month without a 31st is passed over, and so is a year without a 29 February.
    ['FREQ=MONTHLY;COUNT=3', '20261031', ['2026-10-31', '2026-12-31', '2027-01-31']],
    ['FREQ=YEARLY;COUNT=1', '20280229', ['2028-02-29']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '20261031', ['2026-10-31', '2026-11-30', '2026-12-31']],
    // Every other week, where the week begins on Monday and where on Sunday.
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4',
      '20261103',
      ['2026-11-03', '2026-11-08', '2026-11-17', '2026-11-22'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=SU',
      '20261103',
      ['2026-11-03', '2026-11-15', '2026-11-17', '2026-11-29'],
    ],
    // 2026 has 53 weeks: its first began on Monday 29 December 2025, its last ends on 3 January 2027.
    ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=1', '20261228', ['2026-12-28']],
    ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;COUNT=1', '20270103', ['2027-01-03']],
    ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3', '20270104', ['2027-01-04', '2028-01-03', '2029-01-01']],
    ['FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR;COUNT=2', '20270101', ['2027-01-01', '2027-12-31']],
    ['FREQ=YEARLY;BYWEEKNO=45;COUNT=2', '20261104', ['2026-11-04', '2027-11-10']],
    // A day of the month without a month is that of each month; each Monday beside the first Tuesday.
    ['FREQ=YEARLY;BYMONTHDAY=15;COUNT=3', '20261115', ['2026-11-15', '2026-12-15', '2027-01-15']],
    [
      'FREQ=YEARLY;BYMONTH=11;BYDAY=MO,1TU;COUNT=4',
      '20261102',
      ['2026-11-02', '2026-11-03', '2026-11-09', '2026-11-16'],
    ],
    ['FREQ=YEARLY;BYYEARDAY=1,-1;BYDAY=FR;COUNT=2', '20270101', ['2027-01-01', '2027-12-31']],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=2', '20270517', ['2027-05-17', '2028-05-15']],
    ['FREQ=YEARLY;BYYEARDAY=366;COUNT=1', '20281231', ['2028-12-31']],
  ])('%s', (rule, start, expected) => {
    expect(days(`${start}T180000`, `RRULE:${rule}`)).toEqual(expected);
  });

  it('within a day', () => {
    const first = ['2026-11-01T08:00', '2026-11-01T16:00', '2026-11-02T08:00'];
    expect(starts('20261101T080000', 'RRULE:FREQ=DAILY;BYHOUR=16,8;COUNT=3')).toEqual(first);
    expect(starts('20261101T080000', 'RRULE:FREQ=HOURLY;INTERVAL=8;BYHOUR=8,16;COUNT=3')).toEqual(first);
    expect(starts('20261101T080000', 'RRULE:FREQ=MINUTELY;BYHOUR=8,16;BYMINUTE=0;COUNT=3')).toEqual(first);
  });

  it('the first occurrence belongs to the series, and COUNT counts it, also where the rule would not name it', () => {
    // 1 November 2026 is a Sunday.
    expect(days('20261101T180000', 'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3')).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-09',
    ]);
    expect(days('20261101T180000', 'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=1')).toEqual(['2026-11-01']);
    expect(days('20261101T180000', 'RRULE:FREQ=DAILY;UNTIL=20261001')).toEqual(['2026-11-01']);
  });

  it('whole days stop at UNTIL, however it is written', () => {
    const until = (value: string, zone: string) =>
      startsOf(calendarText(eventText('DTSTART;VALUE=DATE:20261102', `RRULE:FREQ=DAILY;UNTIL=${value}`)), { zone })
        .length;
    for (const zone of ['America/Chicago', 'Australia/Sydney']) {
      expect(until('20261105', zone)).toBe(4);
      expect(until('20261105T000000', zone)).toBe(4);
      // Midnight UTC is how some programs write a day.
      expect(until('20261105T000000Z', zone)).toBe(4);
    }
    expect(until('20261106T045959Z', 'America/Chicago')).toBe(4);
    expect(until('20261104T130000Z', 'Australia/Sydney')).toBe(4);
  });

  it('UNTIL in UTC is a moment, in the hour that comes twice and in the one that is skipped too', () => {
    const until = (start: string, value: string) =>
      startsOf(
        calendarText(
          eventText(`DTSTART;TZID=America/Chicago:${start}`, 'DURATION:PT1H', `RRULE:FREQ=DAILY;UNTIL=${value}`),
        ),
      ).length;
    // 01:30 on 1 November is 06:30 UTC, the first of the two; 01:15 is shown again at 07:15 UTC.
    expect(until('20261030T013000', '20261101T071500Z')).toBe(3);
    expect(until('20261030T013000', '20261101T062959Z')).toBe(2);
    // 02:30 on 14 March is shown at 08:30 UTC.
    expect(until('20270312T023000', '20270314T081000Z')).toBe(2);
    expect(until('20270312T023000', '20270314T083000Z')).toBe(3);
  });

  it('whole days have no time, whatever a rule says of one', () => {
    expect(days('20261101', 'RRULE:FREQ=DAILY;INTERVAL=2;BYHOUR=8,9;BYMINUTE=1,2;COUNT=3')).toEqual([
      '2026-11-01',
      '2026-11-03',
      '2026-11-05',
    ]);
  });

  it('several rules, and rules for exceptions', () => {
    const two = ['RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2', 'RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20261110'];
    expect(days('20261102T180000', ...two)).toEqual(['2026-11-02', '2026-11-04', '2026-11-09']);
    const except = ['RRULE:FREQ=DAILY;COUNT=4', 'EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2'];
    expect(days('20261102T180000', ...except)).toEqual(['2026-11-03', '2026-11-05']);
  });

  it('exceptions of whole days: as days, at midnight UTC, at some time', () => {
    const left = (exdate: string) =>
      startsOf(calendarText(eventText('DTSTART;VALUE=DATE:20261102', 'RRULE:FREQ=DAILY;COUNT=3', exdate)), {
        zone: 'Australia/Sydney',
      }).map((each) => each.slice(8, 10));
    const all = ['01', '02', '03']; // Sydney's days begin on the day before in UTC
    expect(left('EXDATE;VALUE=DATE:20261103')).toEqual([all[0], all[2]]);
    expect(left('EXDATE:20261103')).toEqual([all[0], all[2]]);
    expect(left('EXDATE:20261103T000000Z')).toEqual([all[0], all[2]]);
    expect(left('EXDATE:20261102T130000Z')).toEqual([all[0], all[2]]);
    expect(left('EXDATE:20261103T180000')).toEqual([all[0], all[2]]);
  });
});

/** Looks at each day from the first on; knows only what the tests ask it. */
function byLooking(rule: Rule, startDay: number): readonly string[] {
  const found: string[] = [];
  let named = 0;
  for (let day = startDay; day < LAST_DAY && named < (rule.count ?? Infinity); day += 1) {
    if (!isNamed(rule, startDay, day)) continue;
    named += 1;
    if (day >= FIRST_DAY) found.push(new Date(day * DAY_MS).toISOString().slice(0, 10));
  }
  return found;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 8, 1) / DAY_MS;
const LAST_DAY = Date.UTC(2027, 3, 20) / DAY_MS;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

type Rule = {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | null;
  readonly weekdays: readonly string[];
  readonly nths: readonly number[];
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
};

function isNamed(rule: Rule, startDay: number, day: number): boolean {
  const [start, date] = [new Date(startDay * DAY_MS), new Date(day * DAY_MS)];
  const [startMonth, month] = [start, date].map((each) => each.getUTCFullYear() * 12 + each.getUTCMonth());
  // Days since a Monday, so that whole weeks can be counted.
  const [startWeek, week] = [startDay, day].map((each) => Math.floor((each + 3) / 7));
  const passed = {
    DAILY: day - startDay,
    WEEKLY: (week ?? 0) - (startWeek ?? 0),
    MONTHLY: (month ?? 0) - (startMonth ?? 0),
    YEARLY: date.getUTCFullYear() - start.getUTCFullYear(),
  }[rule.freq];
  const weekday = WEEKDAYS[date.getUTCDay()] ?? '';
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const place = date.getUTCDate();
  const isOneOf = <T>(list: readonly T[], ...values: readonly T[]) =>
    list.length === 0 || values.some((value) => list.includes(value));
  const isDefault =
    rule.weekdays.length + rule.monthDays.length > 0 ||
    rule.freq === 'DAILY' ||
    (rule.freq === 'WEEKLY' && date.getUTCDay() === start.getUTCDay()) ||
    (rule.freq === 'MONTHLY' && place === start.getUTCDate()) ||
    (rule.freq === 'YEARLY' &&
      place === start.getUTCDate() &&
      (rule.months.length > 0 || date.getUTCMonth() === start.getUTCMonth()));
  return (
    passed % rule.interval === 0 &&
    isDefault &&
    isOneOf(rule.months, date.getUTCMonth() + 1) &&
    isOneOf(rule.monthDays, place, place - length - 1) &&
    isOneOf(rule.weekdays, weekday) &&
    isOneOf(rule.nths, Math.ceil(place / 7), -Math.ceil((length - place + 1) / 7))
  );
}

const some = <T>(from: fc.Arbitrary<T>) => fc.uniqueArray(from, { maxLength: 3 });
const anyRule = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 5 }),
    count: fc.option(fc.integer({ min: 1, max: 400 })),
    weekdays: some(fc.constantFrom(...WEEKDAYS)),
    nths: some(fc.constantFrom(1, 2, 3, 4, 5, -1, -2)),
    months: some(fc.integer({ min: 1, max: 12 })),
    monthDays: some(fc.constantFrom(1, 7, 13, 29, 30, 31, -1, -3)),
  } satisfies { [Part in keyof Rule]: fc.Arbitrary<Rule[Part]> })
  .map(
    (rule): Rule => ({
      ...rule,
      nths:
        rule.weekdays.length > 0 &&
        (rule.freq === 'MONTHLY' || rule.months.length > 0) &&
        rule.freq !== 'DAILY' &&
        rule.freq !== 'WEEKLY'
          ? rule.nths
          : [],
      monthDays: rule.freq === 'WEEKLY' ? [] : rule.monthDays,
    }),
  );

function textOf(rule: Rule): string {
  const byDay = rule.weekdays.flatMap((day) => (rule.nths.length > 0 ? rule.nths.map((nth) => `${nth}${day}`) : [day]));
  const lists = { BYDAY: byDay, BYMONTH: rule.months, BYMONTHDAY: rule.monthDays };
  return [
    `RRULE:FREQ=${rule.freq}`,
    `INTERVAL=${rule.interval}`,
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...Object.entries(lists).flatMap(([name, list]) => (list.length > 0 ? [`${name}=${list.join(',')}`] : [])),
  ].join(';');
}

test('ordinary rules name the days that a look at each day finds, in any zone', () => {
  const zones = fc.constantFrom('America/Chicago', 'Europe/London', 'Australia/Lord_Howe', 'America/Phoenix');
  fc.assert(
    fc.property(anyRule, fc.integer({ min: FIRST_DAY - 900, max: FIRST_DAY + 200 }), zones, (rule, startDay, zone) => {
      // A first occurrence that the rule does not name is another matter.
      fc.pre(isNamed(rule, startDay, startDay));
      const start = new Date(startDay * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
      const text = calendarText(eventText(`DTSTART;TZID=${zone}:${start}T120000`, textOf(rule)));
      // Noon in these zones is on the same day in UTC, but for Lord Howe, where it is early in the morning.
      const read = startsOf(text, { from: '2026-09-01', to: '2027-04-20', zone: 'UTC' });
      expect(read.map((each) => each.slice(0, 10))).toEqual(byLooking(rule, startDay));
    }),
    { numRuns: 400 },
  );
});
