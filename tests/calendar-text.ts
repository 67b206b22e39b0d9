import { readCalendar } from '../electron/core/oncall/calendar-file/read-calendar.ts';

/** Calendars as a few lines of text, and what the reader makes of them as lines too. */

/** A calendar with these parts, each an event's lines or a whole part. */
export function calendarText(...parts: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//rota//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n');
}

let made = 0;

/** An event of these lines; with a UID of its own where they give none. */
export function eventText(...lines: readonly string[]): string {
  made += 1;
  const uid = lines.some((line) => line.startsWith('UID')) ? [] : [`UID:event-${made}@example.test`];
  return ['BEGIN:VEVENT', ...uid, ...lines, 'END:VEVENT'].join('\r\n');
}

export type Asked = { readonly from?: string; readonly to?: string; readonly zone?: string };

const windowOf = ({ from = '2026-09-01', to = '2027-05-01', zone = 'America/Chicago' }: Asked) => ({
  from: Date.parse(from),
  to: Date.parse(to),
  zone,
});

export const read = (calendar: string | Uint8Array, asked: Asked = {}) => readCalendar(calendar, windowOf(asked));

/** The events as `2026-10-31T23:00 2026-11-01T13:00 Title`, in UTC; nothing may be broken. */
export function linesOf(calendar: string | Uint8Array, asked: Asked = {}): readonly string[] {
  const reading = read(calendar, asked);
  if (!reading.ok) throw new Error(`line ${reading.line}: ${reading.reason.en}`);
  const [trouble] = [...reading.broken, ...reading.notes];
  if (trouble !== undefined) throw new Error(`line ${trouble.line}: ${trouble.reason.en}`);
  return reading.events.map(({ start, end, title }) => `${minute(start)} ${minute(end)} ${title}`.trim());
}

/** Where each event begins, in UTC. */
export const startsOf = (calendar: string | Uint8Array, asked: Asked = {}): readonly string[] =>
  linesOf(calendar, asked).map((line) => line.slice(0, 16));

const minute = (at: number): string => new Date(at).toISOString().slice(0, 16);
