import type { BothLanguages } from '#shared/contract';
import { instantOfWallTime } from '#shared/oncall';
import type { Columns, Field } from './columns.ts';
import { type Moment, type Order, orderOf, readMoment } from './moments.ts';
import { type Cell, type Row, type Table, textOf } from './table.ts';
import { cannotRead, words } from './words.ts';

/** From when to when a row holds, on the wall clock of the calendar's zone. */

export type Span =
  | { readonly ok: true; readonly startsAt: number; readonly endsAt: number }
  | { readonly ok: false; readonly reason: BothLanguages };

const WHEN = ['date', 'startDate', 'start', 'endDate', 'end'] as const satisfies readonly Field[];
type When = (typeof WHEN)[number];

/** A reader for the rows of one table: what its other rows show tells how to read each. */
export function spanReader({ rows }: Table, columns: Columns, zone: string): (row: Row) => Span {
  const cellOf = ({ cells }: Row, field: Field): Cell => cells[columns.get(field) ?? -1] ?? null;
  const order = orderOf(rows.flatMap((row) => WHEN.map((field) => cellOf(row, field))));
  const dateOnly = new Set(WHEN.filter((field) => isDateOnly(rows.map((row) => cellOf(row, field)))));
  const read = (row: Row, field: When) => part(cellOf(row, field), order, dateOnly.has(field));
  return (row) => {
    const parts = WHEN.map((field) => read(row, field));
    const bad = parts.find((each) => 'reason' in each);
    if (bad && 'reason' in bad) return { ok: false, reason: bad.reason };
    const [date, startDate, start, endDate, end] = parts as readonly Moment[]; // none of them is a reason
    return spanOf({ date, startDate, start, endDate, end }, zone);
  };
}

const NOTHING: Moment = { day: null, minutes: null, instant: null };

function part(cell: Cell, order: Order, isDateOnly: boolean): Moment | { readonly reason: BothLanguages } {
  const text = textOf(cell);
  if (text === '') return NOTHING;
  const moment = readMoment(cell, order);
  if ('unread' in moment) return { reason: cannotRead(moment, text) };
  return isDateOnly ? { ...moment, minutes: null } : moment;
}

/** Workbooks keep a date as its midnight: where a whole column has midnights only, they are dates. */
function isDateOnly(cells: readonly Cell[]): boolean {
  const dates = cells.filter((cell) => cell instanceof Date).map((cell) => readMoment(cell, null));
  return dates.length > 0 && dates.every((moment) => 'day' in moment && moment.day !== null && moment.minutes === 0);
}

type Parts = Readonly<Record<When, Moment | undefined>>;

function spanOf({ date, startDate, start, endDate, end }: Parts, zone: string): Span {
  const day = start?.day ?? startDate?.day ?? date?.day ?? null;
  const from = start?.minutes ?? startDate?.minutes ?? date?.minutes ?? null;
  const to = end?.minutes ?? endDate?.minutes ?? null;
  const lastDay = end?.day ?? endDate?.day ?? null;
  if (day === null) return refused(words.noStart);
  if (from === null && to === null && lastDay === null) {
    // A date and nothing else is the whole of that day.
    return { ok: true, startsAt: wall(zone, day, 0, 'first'), endsAt: wall(zone, day + 1, 0, 'last') };
  }
  if (from === null) return refused(words.noStartTime);
  if (to === null) return refused(lastDay === null ? words.noEnd : words.noEndTime);
  // Only times: one that is not later than the start is tomorrow's.
  const endDay = lastDay ?? (to <= from ? day + 1 : day);
  const startsAt = start?.instant ?? wall(zone, day, from, 'first');
  const endsAt = end?.instant ?? wall(zone, endDay, to, 'last');
  return endsAt > startsAt ? { ok: true, startsAt, endsAt } : refused(words.endFirst);
}

function refused(reason: BothLanguages): Span {
  return { ok: false, reason };
}

function wall(zone: string, day: number, minutes: number, occurrence: 'first' | 'last'): number {
  const two = (value: number): string => String(value).padStart(2, '0');
  return instantOfWallTime(zone, day, `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, occurrence);
}
