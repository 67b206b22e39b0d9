import { assertNever } from '#shared/contract';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './calendar-time.ts';
import type { Frequency, RecurrenceRule } from './recurrence-rule.ts';

/** How much a rule asks for, known before it is asked. */

/** The shortest a period can be. */
const PERIOD_MS: Readonly<Record<Frequency, number>> = {
  YEARLY: 365 * DAY_MS,
  MONTHLY: 28 * DAY_MS,
  WEEKLY: 7 * DAY_MS,
  DAILY: DAY_MS,
  HOURLY: HOUR_MS,
  MINUTELY: MINUTE_MS,
  SECONDLY: SECOND_MS,
};

/** At most so many times of day that the rule names itself. */
export function namedTimes({ hours, minutes, seconds }: RecurrenceRule): number {
  return [hours, minutes, seconds].reduce((product, list) => product * Math.max(1, list.length), 1);
}

/** At most so many occurrences begin in a stretch of time; an upper bound, often far above. */
export function mostOccurrences(rule: RecurrenceRule, stretchMs: number): number {
  const perPeriod = Math.min(mostInPeriod(rule), rule.positions.length || Infinity);
  const byPeriods = (stretchMs / (PERIOD_MS[rule.frequency] * rule.interval) + 2) * perPeriod;
  const byDays = (stretchMs / DAY_MS + 2) * mostInDay(rule);
  return Math.min(byPeriods, byDays);
}

function mostInPeriod(rule: RecurrenceRule): number {
  const { frequency, minutes, seconds } = rule;
  switch (frequency) {
    case 'YEARLY':
    case 'MONTHLY':
      return namedTimes(rule) * mostDays(rule, frequency);
    case 'WEEKLY':
      return namedTimes(rule) * (rule.days.length || 1);
    case 'DAILY':
      return namedTimes(rule);
    case 'HOURLY':
      return (minutes.length || 1) * (seconds.length || 1);
    case 'MINUTELY':
      return seconds.length || 1;
    case 'SECONDLY':
      return 1;
    default:
      return assertNever(frequency, 'frequency');
  }
}

/** Each list leaves days out, so the shortest of them bounds the rule. */
function mostDays({ days, weeks, months, monthDays, yearDays }: RecurrenceRule, period: 'YEARLY' | 'MONTHLY'): number {
  const monthsOf = (unnamed: number): number => (period === 'MONTHLY' ? 1 : months.length || unnamed);
  const isCounted = days.length > 0 && days.every(({ nth }) => nth !== 0);
  const bounds = [
    isCounted ? days.length * monthsOf(1) : days.length * (period === 'YEARLY' ? 54 : 5),
    weeks.length * 7,
    monthDays.length * monthsOf(12),
    yearDays.length,
  ].filter((bound) => bound > 0);
  return bounds.length === 0 ? monthsOf(1) : Math.min(...bounds);
}

function mostInDay({ frequency, hours, minutes, seconds }: RecurrenceRule): number {
  const isFinerThan = (...coarser: readonly Frequency[]): boolean => !coarser.includes(frequency);
  const dated = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;
  return (
    (hours.length || (isFinerThan(...dated) ? 24 : 1)) *
    (minutes.length || (isFinerThan(...dated, 'HOURLY') ? 60 : 1)) *
    (seconds.length || (isFinerThan(...dated, 'HOURLY', 'MINUTELY') ? 60 : 1))
  );
}
