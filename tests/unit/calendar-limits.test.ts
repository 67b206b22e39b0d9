import { describe, expect, it, test } from 'vitest';
import { readCalendarInThread } from '../../electron/core/oncall/calendar-file/index.ts';
import { calendarText, eventText, linesOf, read } from '../calendar-text.ts';

/** What strangers may write into a calendar: it costs little, and no good event. */

const good = eventText('UID:good', 'DTSTART:20261101T180000Z', 'DTEND:20261102T070000Z', 'SUMMARY:Ana');
const WINDOW = { from: Date.parse('2026-10-20'), to: Date.parse('2027-01-20'), zone: 'America/Chicago' };
const numbers = (count: number): string => Array.from({ length: count }, (_, index) => index).join(',');
const stamp = (at: number): string => `${new Date(at).toISOString().replaceAll(/[-:]|\.\d+Z/g, '')}Z`;

const series = (rule: string, start = '20200101T180000Z', ...more: readonly string[]): string =>
  eventText('UID:bad', `DTSTART:${start}`, 'DURATION:PT1H', 'SUMMARY:Bad', ...(rule ? [`RRULE:${rule}`] : []), ...more);

describe('one hostile rule is left out, and what is good is there', () => {
  test.each([
    ['each second for ever', series('FREQ=SECONDLY')],
    ['a thousand million seconds', series('FREQ=SECONDLY;COUNT=1000000000')],
    ['each minute', series('FREQ=MINUTELY')],
    [
      'each second by lists',
      series(`FREQ=DAILY;BYHOUR=${numbers(24)};BYMINUTE=${numbers(60)};BYSECOND=${numbers(60)}`),
    ],
    [
      'the last second of a year',
      series(`FREQ=YEARLY;BYDAY=MO;BYHOUR=${numbers(24)};BYMINUTE=${numbers(60)};BYSECOND=${numbers(60)};BYSETPOS=-1`),
    ],
    ['a count from long ago', series('FREQ=HOURLY;COUNT=600000;BYMINUTE=0,30', '19700101T000000Z')],
    ['weeks that are counted for ages', series('FREQ=YEARLY;BYWEEKNO=1;COUNT=1900', '01010101T000000Z')],
    ['a rule of two million letters', series(`FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(1_000_000)}1`)],
    [
      'a hundred thousand dates',
      series(
        '',
        undefined,
        `RDATE:${Array.from({ length: 100_000 }, (_, at) => stamp(WINDOW.from + at * 60_000)).join(',')}`,
      ),
    ],
    [
      'each day for eight thousand years',
      eventText('UID:bad', 'DTSTART:00010101T000000Z', 'DTEND:99991231T000000Z', 'RRULE:FREQ=DAILY'),
    ],
    ['a million parameters', eventText('UID:bad', `DTSTART${';A=B'.repeat(1_000_000)}:20261101`)],
  ])('%s', (_what, event) => {
    const reading = read(calendarText(event, good), { from: '2026-10-20', to: '2027-01-20' });
    if (!reading.ok) throw new Error(reading.reason.en);
    expect(reading.events.map(({ uid }) => uid)).toEqual(['good']);
    expect(reading.broken).toHaveLength(1);
  });
});

describe('what is odd, but no more than that, is read', () => {
  const titles = (...parts: readonly string[]) =>
    linesOf(calendarText(...parts, good), { from: '2026-10-20', to: '2026-11-03' }).map((line) => line.slice(0, 16));

  test.each([
    ['a place that no week has', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=30'],
    ['a place that no day has', 'FREQ=DAILY;BYSETPOS=2;BYDAY=MO;COUNT=5'],
    ['a day that no year has', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3'],
    ['a week that no June has', 'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO;COUNT=3'],
    ['once in three million years', 'FREQ=DAILY;INTERVAL=999999999'],
    ['the last two days of each month, five times', 'FREQ=DAILY;BYMONTHDAY=-1,-2;COUNT=5'],
  ])('%s: nothing in the window', (_what, rule) => {
    expect(titles(series(rule))).toEqual(['2026-11-01T18:00']);
  });

  it('a count of a thousand million days, or of all days since 1601', () => {
    expect(titles(series('FREQ=DAILY;COUNT=1000000000'))).toHaveLength(15);
    expect(titles(series('FREQ=DAILY;COUNT=1000000000', '16010101T180000Z'))).toHaveLength(15);
    expect(titles(series('FREQ=SECONDLY;BYHOUR=18;BYMINUTE=0;BYSECOND=0'))).toHaveLength(15);
  });

  it('a hundred thousand exceptions', () => {
    const dates = Array.from({ length: 100_000 }, (_, at) => stamp(WINDOW.from + at * 3_600_000)).join(',');
    expect(titles(series('FREQ=DAILY', undefined, `EXDATE:${dates}`))).toEqual(['2026-11-01T18:00']);
  });

  it('thousands of parts inside each other', () => {
    const alarms = `${'BEGIN:VALARM\r\n'.repeat(20_000)}${'END:VALARM\r\n'.repeat(20_000)}`.trimEnd();
    expect(titles(eventText('UID:odd', alarms, 'DTSTART:20261102T180000Z'))).toEqual([
      '2026-11-01T18:00',
      '2026-11-02T18:00',
    ]);
    expect(titles('BEGIN:VTODO\r\n'.repeat(20_000).trimEnd())).toEqual(['2026-11-01T18:00']);
  });

  it('a line of millions of letters', () => {
    const title = `SUMMARY:${'\\n'.repeat(2_000_000)}`;
    expect(titles(eventText(title, `DESCRIPTION:${'x'.repeat(5_000_000)}`, 'DTSTART:20261102T180000Z'))).toHaveLength(
      2,
    );
  });
});

it('of very many events the largest series are left out first', () => {
  const hourly = Array.from({ length: 40 }, () =>
    eventText('DTSTART:20261020T000000Z', 'RRULE:FREQ=HOURLY', 'SUMMARY:Bell'),
  );
  const reading = read(calendarText(...hourly, good), { from: '2026-10-20', to: '2027-01-20' });
  if (!reading.ok) throw new Error(reading.reason.en);
  expect(reading.events.some(({ uid }) => uid === 'good')).toBe(true);
  expect(reading.events.length).toBeLessThanOrEqual(50_000);
  expect(reading.broken.length).toBeGreaterThan(10);
});

describe('on its thread', () => {
  it('a calendar is read as it is without one', async () => {
    const calendar = calendarText(good, series('FREQ=WEEKLY'), eventText('DTSTART:x'));
    expect(await readCalendarInThread(calendar, WINDOW)).toEqual(
      read(calendar, { from: '2026-10-20', to: '2027-01-20' }),
    );
    expect(await readCalendarInThread(Buffer.from(calendar), WINDOW)).toMatchObject({ ok: true });
    expect(await readCalendarInThread('<html>', WINDOW)).toMatchObject({ ok: false, line: 1 });
  });

  it('a large file is refused before it is copied', async () => {
    const reading = await readCalendarInThread(new Uint8Array(50_000_000), WINDOW);
    expect(reading).toMatchObject({ ok: false, reason: { en: expect.stringContaining('20 MB') } });
  });

  it('one that takes longer than two seconds of work is refused in plain words', async () => {
    // Each of these is small enough by itself; no machine works out a million of them in two seconds.
    const rules = Array.from({ length: 12_000 }, () => 'RRULE:FREQ=HOURLY;COUNT=500000;BYMINUTE=0,30').join('\r\n');
    const reading = await readCalendarInThread(calendarText(series('', '20000101T000000Z', rules), good), WINDOW);
    expect(reading).toMatchObject({ ok: false, reason: { en: expect.stringContaining('takes too long') } });
  });
});
