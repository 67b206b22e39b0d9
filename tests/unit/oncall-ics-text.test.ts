import { describe, expect, it } from 'vitest';
import type { Responder, Rotation, ScheduleSources } from '#shared/contract';
import { dayOf, finalSchedule, instantOfWallTime } from '#shared/oncall';
import { readCalendar } from '../../electron/core/oncall/calendar-file/read-calendar.ts';
import { icsFile, icsText, icsTime } from '../../electron/core/oncall/export/ics-text.ts';
import { scheduleFile } from '../../electron/core/oncall/export/schedule-file.ts';

/** What we write, and that the product's own reader reads the same out of it. */

const ZONE = 'America/New_York';

describe('calendar text', () => {
  it('escapes what would mean something, and leaves out what may not stand there', () => {
    expect(icsText('a,b;c\\d\r\ne\u0007\tf')).toBe('a\\,b\\;c\\\\d\\ne  f');
  });

  it('has no line of more than 75 octets and cuts no letter in two', () => {
    for (const letter of ['x', 'é', '→', '🔧']) {
      const file = icsFile([['SUMMARY', letter.repeat(200)]]);
      const lines = file.split('\r\n').slice(0, -1);
      for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(lines.length).toBeGreaterThan(1);
      expect(file).not.toContain('\ufffd');
      expect(file.replaceAll('\r\n ', '')).toBe(`SUMMARY:${letter.repeat(200)}\r\n`);
    }
  });

  it('writes instants in UTC', () => {
    expect(icsTime(Date.UTC(2026, 2, 8, 7, 5, 9))).toBe('20260308T070509Z');
  });
});

describe('the schedule as a file', () => {
  const person = (id: string, name: string): Responder => ({
    id,
    name,
    company: '',
    role: 'technician',
    trades: ['plumbing'],
    phone: '+12025550142',
    language: 'en',
    isEmergencyVendor: false,
    active: true,
  });
  const rotation: Rotation = {
    id: 'r',
    trade: 'plumbing',
    role: 'primary',
    propertyId: null,
    group: null,
    zone: ZONE,
    layer: 1,
    turn: { unit: 'day', count: 1 },
    handOffWeekday: 1,
    handOffTime: '02:30',
    members: ['a', 'b'],
    hours: [],
    fromDate: '2026-01-01',
    untilDate: null,
    validFrom: null,
    validUntil: null,
  };
  const sources: ScheduleSources = {
    shifts: [],
    rotations: [rotation],
    covers: [],
    timeOff: [],
    feedShifts: [],
    decisions: [],
    groups: {},
  };
  const responders = [person('a', 'Ana; "Nana", Ñandú \\ 🔧'.padEnd(120, ' é')), person('b', 'Bob')];
  const facts = { company: 'Harbor, Vine', language: 'en', zone: ZONE, sources, responders, properties: [] } as const;
  const now = instantOfWallTime(ZONE, dayOf('2026-03-20'), '12:00');

  it('is read back as it was planned, the night without half past two included', () => {
    const text = scheduleFile(facts, { person: null, trade: null }, now) ?? '';
    const from = instantOfWallTime(ZONE, dayOf('2026-02-13'), '00:00');
    const to = instantOfWallTime(ZONE, dayOf('2026-06-28'), '00:00');
    const reading = readCalendar(text, { from, to, zone: 'UTC' });
    if (!reading.ok) throw new Error(reading.reason.en);
    expect([reading.broken, reading.notes]).toEqual([[], []]);
    const named = new Map(responders.map((each) => [each.id, each.name]));
    expect(reading.events.map(({ start, end, title }) => ({ start, end, title }))).toEqual(
      finalSchedule(sources, from, to).map((duty) => ({
        start: duty.startsAt,
        end: duty.endsAt,
        title: `Plumbing primary: ${named.get(duty.responderId)}`,
      })),
    );
  });

  it('is the same file all day long, and the same events on the next', () => {
    const at = (time: string, day = '2026-03-20') => instantOfWallTime(ZONE, dayOf(day), time);
    const write = (instant: number) => scheduleFile(facts, { person: null, trade: null }, instant) ?? '';
    expect(write(at('23:59'))).toBe(write(at('00:00')));
    const uids = (text: string) => [...text.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid);
    const [today, tomorrow] = [uids(write(now)), uids(write(at('12:00', '2026-03-21')))];
    expect(tomorrow.filter((uid) => today.includes(uid)).length).toBeGreaterThanOrEqual(today.length - 2);
    expect(new Set(today).size).toBe(today.length);
  });

  it('speaks the language of the company', () => {
    const text = scheduleFile({ ...facts, language: 'es' }, { person: 'b', trade: 'plumbing' }, now) ?? '';
    expect(text).toContain('SUMMARY:Plomería titular: Bob');
    expect(text).not.toContain('Ana');
  });
});
