import type { Instant } from '#shared/contract';

/** What the clocks of a zone show, minute by minute, for three weeks round a night on which they may change. */

export const MINUTE_MS = 60_000;
export const DAY_MIN = 1_440;
export const TABLE_DAYS = 21;

export type ClockTable = {
  readonly zone: string;
  readonly firstAt: Instant;
  /** `2026-11-01 01:30` per minute. */
  readonly shown: readonly string[];
  /** The first and the last minute that shows a time. */
  readonly first: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, number>;
  /** The minute at which the clocks change; the middle of the table where they never do. */
  readonly changeMinute: number;
};

function clockTable(zone: string, firstDate: string): ClockTable {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const firstAt = Date.parse(`${firstDate}T00:00:00Z`);
  const shown: string[] = [];
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  let changeMinute = (TABLE_DAYS * DAY_MIN) / 2;
  for (let minute = 0; minute < TABLE_DAYS * DAY_MIN; minute += 1) {
    const text = format.format(firstAt + minute * MINUTE_MS);
    const previous = shown.at(-1);
    if (previous !== undefined && minuteAfter(previous) !== text) changeMinute = minute;
    shown.push(text);
    if (!first.has(text)) first.set(text, minute);
    last.set(text, minute);
  }
  return { zone, firstAt, shown, first, last, changeMinute };
}

/** The next minute of a calendar without zones. */
function minuteAfter(wall: string): string {
  const next = new Date(Date.parse(`${wall.replace(' ', 'T')}:00Z`) + MINUTE_MS).toISOString();
  return `${next.slice(0, 10)} ${next.slice(11, 16)}`;
}

/** The date so many days later. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MIN * MINUTE_MS).toISOString().slice(0, 10);
}

/**
 * The minute at which the clocks show a time: of a time that comes twice the one asked for, of one that never comes the
 * first after it. What lies before or after the table is out of it for good.
 */
export function minuteShowing(table: ClockTable, date: string, time: string, which: 'first' | 'last'): number {
  let wall = `${date} ${time}`;
  if (wall < (table.shown[0] ?? '')) return -Infinity;
  if (wall > (table.shown.at(-1) ?? '')) return Infinity;
  for (;;) {
    const minute = table[which].get(wall);
    if (minute !== undefined) return minute;
    wall = minuteAfter(wall);
    // Nothing stands between a skipped time and the first one after it.
    which = 'first';
  }
}

export const CLOCK_TABLES: readonly ClockTable[] = [
  clockTable('America/New_York', '2026-02-26'),
  clockTable('America/New_York', '2026-10-22'),
  clockTable('Europe/London', '2026-03-19'),
  clockTable('Europe/London', '2026-10-15'),
  clockTable('Australia/Sydney', '2026-03-26'),
  clockTable('Australia/Sydney', '2026-09-24'),
  clockTable('Australia/Lord_Howe', '2026-03-26'),
  clockTable('Australia/Lord_Howe', '2026-09-24'),
  clockTable('America/Phoenix', '2026-03-01'),
];
