import {
  DAY_MS,
  dayOfWall,
  daysInMonth,
  HOUR_MS,
  MINUTE_MS,
  midnightOf,
  SECOND_MS,
  type WallMs,
} from './calendar-time.ts';
import { type RecurrenceRule, type RuleDay, WEEKDAYS } from './recurrence-rule.ts';

/**
 * Yearly rules that the engine gets wrong: with weeks of the year, with days of the year beside days of the week or the
 * month, with "each Monday" beside "the first Tuesday". Such a rule leaves days out of a year, so each day is looked at.
 */
export function needsYearDays({ frequency, weeks, yearDays, monthDays, days }: RecurrenceRule): boolean {
  const kinds = new Set(days.map(({ nth }) => nth === 0));
  const isMixed = yearDays.length > 0 && days.length + monthDays.length > 0;
  return frequency === 'YEARLY' && (weeks.length > 0 || isMixed || kinds.size > 1);
}

/** Beyond it a rule asks for too much: a thousand years of days. */
const MAX_LOOKS = 400_000;

/** The readings in `[from, to]`; null where that asks for too much. */
export function yearlyReadings(
  rule: RecurrenceRule,
  count: number | null,
  start: WallMs,
  from: WallMs,
  to: WallMs,
): readonly WallMs[] | null {
  const times = timesOfDay(rule, start);
  const firstYear = yearOf(start);
  const sinceYear = count === null ? Math.max(firstYear, yearOf(from)) : firstYear;
  if (((yearOf(to) - sinceYear + 1) * 366 * times.length) / rule.interval > MAX_LOOKS) return null;
  const found: WallMs[] = [];
  let left = count ?? Infinity;
  const skipped = Math.ceil((sinceYear - firstYear) / rule.interval) * rule.interval;
  for (let year = firstYear + skipped; year <= yearOf(to); year += rule.interval) {
    const days = daysOf(rule, year, start);
    const all = days.flatMap((day) => times.map((time) => day + time));
    for (const each of atPositions(all, rule.positions)) {
      if (each < start) continue;
      left -= 1;
      if (left < 0 || each > to) return found;
      if (each >= from) found.push(each);
    }
  }
  return found;
}

function daysOf(rule: RecurrenceRule, year: number, start: WallMs): readonly WallMs[] {
  const days: WallMs[] = [];
  const end = midnightOf(year + 1, 1, 1);
  for (let day = midnightOf(year, 1, 1); day < end; day += DAY_MS) if (isNamed(rule, day, start)) days.push(day);
  return days;
}

function isNamed(rule: RecurrenceRule, day: WallMs, start: WallMs): boolean {
  const { months, weeks, yearDays, monthDays, days } = rule;
  const date = new Date(day);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const isIn = (list: readonly number[], place: number, length: number): boolean =>
    list.length === 0 || list.includes(place) || list.includes(place - length - 1);
  if (months.length > 0 && !months.includes(month)) return false;
  if (!isIn(monthDays, dayOfMonth, daysInMonth(year, month))) return false;
  if (!isIn(yearDays, dayOfYear(day, year), daysInYear(year))) return false;
  if (weeks.length > 0) {
    const { week, weeksInYear } = weekOf(day, WEEKDAYS.indexOf(rule.weekStart));
    if (!isIn(weeks, week, weeksInYear)) return false;
  }
  // Weeks alone name the weekday on which it began.
  if (days.length === 0)
    return weeks.length === 0 || yearDays.length + monthDays.length > 0 || isSameWeekday(day, start);
  return days.some((each) => isRuleDay(each, day, months.length > 0));
}

function isRuleDay({ weekday, nth }: RuleDay, day: WallMs, isWithinMonth: boolean): boolean {
  const date = new Date(day);
  if (WEEKDAYS[date.getUTCDay()] !== weekday) return false;
  if (nth === 0) return true;
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const place = isWithinMonth ? date.getUTCDate() : dayOfYear(day, year);
  const length = isWithinMonth ? daysInMonth(year, month) : daysInYear(year);
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((length - place + 1) / 7) === -nth;
}

/** The week of a year that a day belongs to, weeks having at least four days in their year (ISO 8601). */
function weekOf(day: WallMs, weekStart: number): { readonly week: number; readonly weeksInYear: number } {
  const around = yearOf(day);
  const year = [around + 1, around].find((each) => day >= firstWeekOf(each, weekStart)) ?? around - 1;
  const week = Math.floor((day - firstWeekOf(year, weekStart)) / (7 * DAY_MS)) + 1;
  return { week, weeksInYear: (firstWeekOf(year + 1, weekStart) - firstWeekOf(year, weekStart)) / (7 * DAY_MS) };
}

function firstWeekOf(year: number, weekStart: number): WallMs {
  // The fourth of January is always in the first week.
  const fourth = midnightOf(year, 1, 4);
  return fourth - ((new Date(fourth).getUTCDay() - weekStart + 7) % 7) * DAY_MS;
}

function timesOfDay(rule: RecurrenceRule, start: WallMs): readonly number[] {
  const own = new Date(start);
  const or = (list: readonly number[], one: number): readonly number[] => (list.length > 0 ? list : [one]);
  return or(rule.hours, own.getUTCHours())
    .flatMap((hour) =>
      or(rule.minutes, own.getUTCMinutes()).flatMap((minute) =>
        or(rule.seconds, own.getUTCSeconds()).map((second) => hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS),
      ),
    )
    .toSorted((a, b) => a - b);
}

function atPositions(all: readonly WallMs[], positions: readonly number[]): readonly WallMs[] {
  if (positions.length === 0) return all;
  const picked = positions.flatMap((position) => all.at(position > 0 ? position - 1 : position) ?? []);
  return [...new Set(picked)].sort((a, b) => a - b);
}

function isSameWeekday(day: WallMs, start: WallMs): boolean {
  return (day - dayOfWall(start)) % (7 * DAY_MS) === 0;
}

function yearOf(wallMs: WallMs): number {
  return new Date(wallMs).getUTCFullYear();
}

function daysInYear(year: number): number {
  return (midnightOf(year + 1, 1, 1) - midnightOf(year, 1, 1)) / DAY_MS;
}

function dayOfYear(day: WallMs, year: number): number {
  return (day - midnightOf(year, 1, 1)) / DAY_MS + 1;
}
