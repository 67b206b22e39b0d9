import { describe, expect, test } from 'vitest';
import {
  DEFAULT_NIGHT,
  dayAt,
  dayOf,
  formatInZone,
  instantOfWallTime,
  nextBusinessMorning,
  nightOf,
} from '#shared/oncall';

const NEW_YORK = 'America/New_York';
const { nightStart, nightEnd } = DEFAULT_NIGHT;
const utc = (text: string): number => Date.parse(`${text}Z`);
const shown = (at: number, zone = NEW_YORK): string => formatInZone(at, zone, 'en', 'dateTimeZone');

describe('the night', () => {
  const nights: readonly [name: string, at: string, from: string, to: string][] = [
    ['contains the moment', '2026-11-18T04:50', '2026-11-17 17:00 EST', '2026-11-18 08:00 EST'],
    ['follows office hours', '2026-11-17T17:00', '2026-11-17 17:00 EST', '2026-11-18 08:00 EST'],
    ['begins at its start', '2026-11-17T22:00', '2026-11-17 17:00 EST', '2026-11-18 08:00 EST'],
    ['is over at its end', '2026-11-18T13:00', '2026-11-18 17:00 EST', '2026-11-19 08:00 EST'],
    ['after Friday lasts until Monday', '2026-11-21T18:00', '2026-11-20 17:00 EST', '2026-11-23 08:00 EST'],
    ['goes on over a holiday', '2026-11-26T18:00', '2026-11-25 17:00 EST', '2026-11-27 08:00 EST'],
    ['over the skipped hour', '2026-03-08T07:30', '2026-03-06 17:00 EST', '2026-03-09 08:00 EDT'],
    ['over the repeated hour', '2026-11-01T06:30', '2026-10-30 17:00 EDT', '2026-11-02 08:00 EST'],
  ];
  test.each(nights)('%s', (_, at, from, to) => {
    const night = nightOf(NEW_YORK, nightStart, nightEnd, utc(at), ['2026-11-26']);
    expect([shown(night.startsAt), shown(night.endsAt)]).toEqual([from, to]);
  });

  test.each([
    ['00:30', '06:00', '2026-11-17T12:00', '2026-11-18 00:30 EST', '2026-11-18 06:00 EST'], // within one day
    ['00:30', '06:00', '2026-11-18T06:00', '2026-11-18 00:30 EST', '2026-11-18 06:00 EST'],
    ['00:30', '06:00', '2026-11-20T12:00', '2026-11-21 00:00 EST', '2026-11-23 00:00 EST'], // weekend from midnight
    ['17:00', '00:00', '2026-11-18T01:00', '2026-11-17 17:00 EST', '2026-11-18 00:00 EST'],
    ['08:00', '08:00', '2026-11-18T01:00', '2026-11-17 08:00 EST', '2026-11-18 08:00 EST'], // always night
    ['08:00', '08:00', '2026-11-18T13:00', '2026-11-18 08:00 EST', '2026-11-19 08:00 EST'],
  ])('from %s to %s at %s', (start, end, at, from, to) => {
    const night = nightOf(NEW_YORK, start, end, utc(at));
    expect([shown(night.startsAt), shown(night.endsAt)]).toEqual([from, to]);
  });

  test('every minute of two weeks belongs to the night that nightOf names, or comes before it', () => {
    for (let at = utc('2026-10-25T00:00'); at < utc('2026-11-08T00:00'); at += 7 * 60_000) {
      const night = nightOf(NEW_YORK, nightStart, nightEnd, at);
      const [date = '', time = ''] = formatInZone(at, NEW_YORK, 'en', 'dateTime').split(' ');
      const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
      const isNight = isWeekend || time < nightEnd || time >= nightStart;
      expect(night.startsAt <= at && at < night.endsAt).toBe(isNight);
      expect(night.endsAt).toBeGreaterThan(at);
    }
  });
});

describe('the next business morning', () => {
  test.each([
    ['after midnight it is the same day', '2026-11-18T07:00', '2026-11-18 10:00 EST'],
    ['before midnight the next', '2026-11-18T04:50', '2026-11-18 10:00 EST'],
    ['at ten sharp the next', '2026-11-18T15:00', '2026-11-19 10:00 EST'],
    ['on Friday night Monday', '2026-11-21T03:00', '2026-11-23 10:00 EST'],
    ['not on a holiday', '2026-11-26T03:00', '2026-11-27 10:00 EST'],
    ['in summer time', '2026-03-08T07:30', '2026-03-09 10:00 EDT'],
  ])('%s', (_, at, expected) => {
    expect(shown(nextBusinessMorning(NEW_YORK, utc(at), 10, ['2026-11-26']))).toBe(expected);
  });
  test('at another hour', () => {
    expect(shown(nextBusinessMorning(NEW_YORK, utc('2026-11-18T13:30'), 9))).toBe('2026-11-18 09:00 EST');
  });
});

describe('an instant as text', () => {
  const at = utc('2026-11-21T04:50:59');
  test.each([
    ['time', 'en', '23:50'],
    ['time', 'es', '23:50'],
    ['dateTime', 'en', '2026-11-20 23:50'],
    ['dateTimeZone', 'en', '2026-11-20 23:50 EST'],
    ['dateTimeZone', 'es', '2026-11-20 23:50 EST'],
    ['resident', 'en', '11:50 PM'],
    ['resident', 'es', '23:50'],
  ] as const)('%s in %s', (style, language, expected) => {
    expect(formatInZone(at, NEW_YORK, language, style)).toBe(expected);
  });
  test.each([
    ['2026-11-18T05:20', '12:20 AM'],
    ['2026-11-18T17:05', '12:05 PM'],
    ['2026-11-18T18:00', '1:00 PM'],
  ])('residents read midnight and noon right: %s', (text, expected) => {
    expect(formatInZone(utc(text), NEW_YORK, 'en', 'resident')).toBe(expected);
  });
  test('the repeated hour is told apart by the zone', () => {
    expect(shown(utc('2026-11-01T05:30'))).toBe('2026-11-01 01:30 EDT');
    expect(shown(utc('2026-11-01T06:30'))).toBe('2026-11-01 01:30 EST');
  });
  test('other zones', () => {
    expect(shown(at, 'America/Phoenix')).toBe('2026-11-20 21:50 MST');
    expect(formatInZone(at, 'Australia/Lord_Howe', 'en', 'dateTime')).toBe('2026-11-21 15:50');
    expect(() => shown(at, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('wall time to instant', () => {
  test.each([
    ['the second 01:30', NEW_YORK, '2026-11-01', '01:30', 'last', '2026-11-01T06:30'],
    ['a skipped time has no second', NEW_YORK, '2026-03-08', '02:30', 'last', '2026-03-08T07:00'],
    ['a zone that skipped a whole day', 'Pacific/Apia', '2011-12-30', '08:00', 'first', '2011-12-30T10:00'],
    ['the day after it', 'Pacific/Apia', '2011-12-31', '00:00', 'first', '2011-12-30T10:00'],
    ['before 1970', NEW_YORK, '1969-07-20', '12:00', 'first', '1969-07-20T16:00'],
  ] as const)('%s', (_, zone, date, time, occurrence, expected) => {
    expect(instantOfWallTime(zone, dayOf(date), time, occurrence)).toBe(utc(expected));
  });

  test('gives what Intl shows, for every hour of a year in each zone', () => {
    for (const zone of [NEW_YORK, 'Europe/London', 'Australia/Lord_Howe', 'America/Phoenix', 'Asia/Kathmandu']) {
      const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
      for (let at = utc('2026-01-01T00:30'); at < utc('2027-01-01T00:00'); at += 3_600_000) {
        const text = format.format(at);
        expect(formatInZone(at, zone, 'en', 'dateTime')).toBe(text);
        const [date = '', time = ''] = text.split(' ');
        const candidates = [
          instantOfWallTime(zone, dayOf(date), time, 'first'),
          instantOfWallTime(zone, dayOf(date), time, 'last'),
        ];
        expect(candidates).toContain(at);
        expect(dayAt(zone, at)).toBe(dayOf(date));
      }
    }
  });
});
