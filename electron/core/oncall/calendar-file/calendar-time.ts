/** Dates, times and lengths as calendars write them. */

/** A reading of a wall clock, as the UTC ms at which a clock in UTC shows the same. */
export type WallMs = number;

export type CalendarTime = {
  readonly wallMs: WallMs;
  /** Written with a Z. */
  readonly isUtc: boolean;
  /** A day without a time; its reading is midnight. */
  readonly isDate: boolean;
};

/** Days follow the wall clock, the rest is exact: a day may have 23 or 25 hours, an hour may not. */
export type CalendarLength = { readonly days: number; readonly ms: number };

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const FREELY = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?(Z)?)?$/i;

/** A date or a time, with or without the dashes and colons that some programs write; null where it is neither. */
export function calendarTimeOf(text: string): CalendarTime | null {
  return strictTimeOf(text) ?? strictTimeOf(text.trim().replace(FREELY, inStrictForm));
}

function inStrictForm(...[, year, month, day, hour, minute, second, utc]: readonly (string | undefined)[]): string {
  const date = `${year}${month}${day}`;
  return hour === undefined ? date : `${date}T${hour}${minute}${second ?? '00'}${utc === undefined ? '' : 'Z'}`;
}

/** `20261031`, `20261031T180000`, `20261031T180000Z`; by hand, because a calendar holds tens of thousands of them. */
function strictTimeOf(text: string): CalendarTime | null {
  const date = dateOf(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8));
  if (date === null || text.length === 8) return date === null ? null : { wallMs: date, isUtc: false, isDate: true };
  const isUtc = text.length === 16 && text[15] === 'Z';
  if (text[8] !== 'T' || !(isUtc || text.length === 15)) return null;
  const [hours, minutes, seconds] = [digits(text, 9, 11), digits(text, 11, 13), digits(text, 13, 15)];
  // 24:00 is the midnight after; a leap second is the last one of its minute.
  if (!(minutes < 60 && seconds <= 60 && hours * 60 + minutes <= 24 * 60)) return null;
  const timeMs = hours * HOUR_MS + minutes * MINUTE_MS + Math.min(seconds, 59) * SECOND_MS;
  return { wallMs: date + timeMs, isUtc, isDate: false };
}

/** Not a number where something else stands there. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** Its midnight; null where there is no such day. */
function dateOf(year: number, month: number, day: number): WallMs | null {
  const isDay = year > 0 && month > 0 && month < 13 && day > 0 && (day < 29 || day <= daysInMonth(year, month));
  return isDay ? midnightOf(year, month, day) : null;
}

/** Midnight of a day of the wall clock. Days and months beyond their end run on into the next. */
export function midnightOf(year: number, month: number, day: number): WallMs {
  // Date.UTC takes the years before 100 for those of the last century.
  return year < 100 ? new Date(0).setUTCFullYear(year, month - 1, day) : Date.UTC(year, month - 1, day);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(midnightOf(year, month + 1, 0)).getUTCDate();
}

/** The midnight with which the day of a reading began. */
export function dayOfWall(wallMs: WallMs): WallMs {
  return Math.floor(wallMs / DAY_MS) * DAY_MS;
}

const LENGTH = /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i;

/** A length such as `PT13H` or `P1DT6H`; null where it is none, or goes backwards. */
export function calendarLengthOf(text: string): CalendarLength | null {
  const match = LENGTH.exec(text.trim());
  if (match === null || !/\d/.test(text)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2, 7).map((part) => Number(part ?? 0));
  const length = { days: weeks * 7 + days, ms: hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS };
  return match[1] === '-' && length.days + length.ms > 0 ? null : length;
}
