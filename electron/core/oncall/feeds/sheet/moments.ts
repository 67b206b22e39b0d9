import { foldText, parseWallTime } from '#core/portfolio';
import type { Cell } from './table.ts';

/** Dates and times as cells hold them. What could be read in two ways is not read at all. */

export type DayNumber = number;
export type Moment = {
  /** Null where the cell gives a time only. */
  readonly day: DayNumber | null;
  /** Minutes after midnight; null where it gives a date only. */
  readonly minutes: number | null;
  /** Where the cell names its own offset. */
  readonly instant: number | null;
};
/** `order`: day or month first, nothing shows which. `year`: it has none. `hour`: morning or evening. `none`: no time at all. */
export type Unread = { readonly unread: 'order' | 'year' | 'hour' | 'none' };
export type Order = 'dayFirst' | 'monthFirst' | null;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Excel counts days from here; its dates before 1901 are times of day. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DATE = Date.UTC(1901, 0, 1);
// biome-ignore format: one line per language
const MONTHS = new Map([
  'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec',
  'ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic',
].map((name, at) => [name, (at % 12) + 1] as const));
const MONTH = '(?:[a-z]{3,10})';
const AT = '(?:at |a las? |@ ?)?';
const REST = `(?:(?:,| )+${AT}(.+))?`;
const ISO = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:(?:t|(?:,| )+${AT})(.+))?$`);
const NUMBERS = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${REST}$`);
const DAY_NAMED = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|o)?(?: de |[- ])(${MONTH})\\.?(?:,? del? |, ?|[- ])(\\d{4}|\\d{2})${REST}$`,
);
const MONTH_NAMED = new RegExp(`^(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(\\d{4})${REST}$`);
const NO_YEAR = new RegExp(
  `^(?:\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}(?: de |[- ])${MONTH}\\.?|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?)(?:(?:,| )+\\d{1,2}(?::.*| ?[ap]\\.? ?m.*))?$`,
);
const WEEKDAY =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|lun(?:es)?|mar(?:tes)?|mie(?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|sab(?:ado)?|dom(?:ingo)?)\.?,? +/;
const OFFSET = /^(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)? ?(z|[+-]\d{2}:?\d{2})$/;

/** Which of day and month comes first in a sheet, where any of its cells shows it and none shows the other. */
export function orderOf(cells: Iterable<Cell>): Order {
  let isDayFirst = false;
  let isMonthFirst = false;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const [, first = '0', , second = '0'] = NUMBERS.exec(foldText(cell).replace(WEEKDAY, '')) ?? [];
    if (Number(first) > 12 && Number(second) <= 12) isDayFirst = true;
    if (Number(second) > 12 && Number(first) <= 12) isMonthFirst = true;
  }
  if (isDayFirst === isMonthFirst) return null;
  return isDayFirst ? 'dayFirst' : 'monthFirst';
}

export function readMoment(cell: Cell, order: Order): Moment | Unread {
  if (cell instanceof Date) return ofSerial(cell.getTime());
  if (typeof cell === 'number') return ofNumber(cell);
  if (typeof cell !== 'string') return { unread: 'none' };
  const text = foldText(cell);
  const moment = ofText(text, order);
  // First as it stands: "mar 5, 2026" is in March, "mar 5 nov 2026" is a Tuesday.
  const isUnread = 'unread' in moment && moment.unread === 'none';
  return isUnread && WEEKDAY.test(text) ? ofText(text.replace(WEEKDAY, ''), order) : moment;
}

/** What a workbook keeps: wall clock as if it were UTC, a fraction of a second off here and there. */
function ofSerial(ms: number): Moment {
  const rounded = Math.round(ms / MINUTE_MS) * MINUTE_MS;
  const day = Math.floor(rounded / DAY_MS);
  const minutes = (rounded - day * DAY_MS) / MINUTE_MS;
  return { day: rounded < FIRST_DATE ? null : day, minutes, instant: null };
}

function ofNumber(value: number): Moment | Unread {
  if (value >= 0 && value < 1) return ofSerial(EXCEL_ZERO + value * DAY_MS);
  if (Number.isInteger(value) && value < 24) return ofText(String(value), null);
  return value > 20_000 && value < 80_000 ? ofSerial(EXCEL_ZERO + value * DAY_MS) : { unread: 'none' };
}

function ofText(text: string, order: Order): Moment | Unread {
  const iso = ISO.exec(text);
  if (iso) return withTime(dayOf(iso[1], iso[2], iso[3]), iso[4]);
  const numbers = NUMBERS.exec(text);
  if (numbers) return ofNumbers(numbers, order);
  const dayNamed = DAY_NAMED.exec(text);
  if (dayNamed) return withTime(dayOf(dayNamed[3], monthOf(dayNamed[2]), dayNamed[1]), dayNamed[4]);
  const monthNamed = MONTH_NAMED.exec(text);
  if (monthNamed) return withTime(dayOf(monthNamed[3], monthOf(monthNamed[1]), monthNamed[2]), monthNamed[4]);
  const time = timeOf(text);
  if (!('unread' in time)) return { day: null, minutes: time.minutes, instant: null };
  return time.unread === 'none' && NO_YEAR.test(text) ? { unread: 'year' } : time;
}

function ofNumbers([, first, , second, year, rest]: RegExpExecArray, order: Order): Moment | Unread {
  const [one, other] = [Number(first), Number(second)];
  if (one <= 12 && other <= 12 && one !== other && order === null) return { unread: 'order' };
  const isDayFirst = one > 12 || (other <= 12 && order === 'dayFirst');
  return withTime(isDayFirst ? dayOf(year, second, first) : dayOf(year, first, second), rest);
}

function withTime(day: DayNumber | null, rest: string | undefined): Moment | Unread {
  if (day === null) return { unread: 'none' };
  if (rest === undefined) return { day, minutes: null, instant: null };
  const [, clock, offset] = OFFSET.exec(rest) ?? [];
  const time = timeOf(clock ?? rest);
  if ('unread' in time) return time;
  const instant = offset === undefined ? null : day * DAY_MS + (time.minutes - offsetMinutes(offset)) * MINUTE_MS;
  return { day, minutes: time.minutes, instant };
}

function timeOf(text: string): { readonly minutes: number } | Unread {
  const bare = text.replace(/^(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?/, '$1').replace(/^24:00$/, '0:00');
  // 6 may be six in the morning or in the evening; 06:00, 18 and 6 PM are what they say.
  if (/^(?:[1-9]|1[0-2])$/.test(bare)) return { unread: 'hour' };
  const parsed = parseWallTime(bare);
  if (!parsed.ok) return { unread: 'none' };
  return { minutes: Number(parsed.value.slice(0, 2)) * 60 + Number(parsed.value.slice(3)) };
}

function offsetMinutes(offset: string): number {
  if (offset === 'z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return offset.startsWith('-') ? -minutes : minutes;
}

/** Null for a date that does not exist. */
function dayOf(year = '', month: string | number = '', day = ''): DayNumber | null {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const at = Date.UTC(full, Number(month) - 1, Number(day));
  const read = new Date(at);
  const isReal = read.getUTCMonth() === Number(month) - 1 && read.getUTCDate() === Number(day);
  return isReal ? at / DAY_MS : null;
}

function monthOf(name = ''): number {
  return MONTHS.get(name.slice(0, 3)) ?? 0;
}
