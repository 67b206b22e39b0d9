import { readCalendarInThread } from '../../electron/core/oncall/calendar-file/index.ts';
import { type Bench, median } from './figure.ts';

const DAY_MS = 24 * 60 * 60_000;
const FROM = Date.UTC(2026, 9, 20);
const WINDOW = { from: FROM, to: FROM + 90 * DAY_MS, zone: 'America/Chicago' };
const EVENTS = 10_000;
const RUNS = 7;

const ZONES = ['America/Chicago', 'America/New_York', 'Europe/London', 'Central Standard Time'];
const RULES = ['FREQ=WEEKLY;BYDAY=MO,WE', 'FREQ=DAILY;COUNT=14', 'FREQ=WEEKLY;INTERVAL=4', 'FREQ=MONTHLY;BYDAY=2TU'];

/** Nights as a rota has them, a quarter of them series. */
function calendar(): Uint8Array {
  const stamp = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+Z/g, '');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0'];
  for (let index = 0; index < EVENTS; index += 1) {
    const startsAt = Date.UTC(2026, 9, 1, 18) + (index % 120) * DAY_MS;
    const zone = ZONES[index % ZONES.length];
    lines.push(
      'BEGIN:VEVENT',
      `UID:event-${index}@example.test`,
      'DTSTAMP:20261001T000000Z',
      `DTSTART;TZID=${zone}:${stamp(startsAt)}`,
      `DTEND;TZID=${zone}:${stamp(startsAt + 13 * 60 * 60_000)}`,
      ...(index % 4 === 0 ? [`RRULE:${RULES[(index / 4) % RULES.length]}`] : []),
      `SUMMARY:On call\\, person ${index % 50}`,
      'DESCRIPTION:primary +1 312 555 0142',
      `ATTENDEE;CN=Person:mailto:person-${index % 50}@example.test`,
      'END:VEVENT',
    );
  }
  return Buffer.from([...lines, 'END:VCALENDAR', ''].join('\r\n'));
}

export const calendarFile: Bench = {
  name: 'calendar',
  about: `a calendar file of ${EVENTS.toLocaleString('en-US')} events over 90 days, and a hostile rule`,
  async run() {
    const hostile = Buffer.from(
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20000101T000000Z\r\nRRULE:FREQ=HOURLY;COUNT=900000;BYMINUTE=0,30\r\n' +
        'END:VEVENT\r\nEND:VCALENDAR\r\n',
    );
    return [
      { name: 'calendar of 10,000 events, thread and all', value: await timed(calendar()), unit: 'ms', target: 1_000 },
      { name: 'calendar with a hostile rule', value: await timed(hostile), unit: 'ms', target: 2_000 },
    ];
  },
};

async function timed(bytes: Uint8Array): Promise<number> {
  const samples: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    const reading = await readCalendarInThread(bytes, WINDOW);
    samples.push(performance.now() - startedAt);
    if (!reading.ok) throw new Error(reading.reason.en);
  }
  return median(samples);
}
