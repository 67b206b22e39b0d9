import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { WallMs } from './calendar-time.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';
import { mostOccurrences, namedTimes } from './rule-size.ts';
import { needsYearDays, yearlyReadings } from './yearly-readings.ts';

/** What the rules of one file may take between them. */
export type RuleBudget = { iterations: number };

/** Beyond it a rule is no rota: some thirty years of days that COUNT has to walk through. */
export const FIRST_BUDGET = 12_000;
/** Even where others wasted much, an ordinary rule is still worked out. */
const LEAST_BUDGET = 500;
/** A shift each hour for more than a year. */
const MAX_OCCURRENCES = 10_000;
const MAX_TIMES_OF_DAY = 1_440;

export type RuleStretch = {
  /** The first occurrence; whether the rule names it or not, COUNT counts it. */
  readonly start: WallMs;
  /** Inclusive; null where the rule has none. */
  readonly until: WallMs | null;
  readonly from: WallMs;
  readonly to: WallMs;
};

/**
 * The readings of the wall clock that a rule names in `[from, to]`; null where it asks for too much. `start` itself is
 * among them only where the rule names it.
 *
 * The engine is given the wall clock as if it were UTC: with a zone it would leave out what falls into the hour that is
 * skipped in spring, and calendars show that.
 */
export function expandRule(rule: RecurrenceRule, stretch: RuleStretch, budget: RuleBudget): readonly WallMs[] | null {
  const { start, until } = stretch;
  const to = Math.min(stretch.to, until ?? Infinity);
  const from = Math.max(stretch.from, start);
  if (from > to) return [];
  if (namedTimes(rule) > MAX_TIMES_OF_DAY || mostOccurrences(rule, to - from) > MAX_OCCURRENCES) return null;
  // A number that cannot be reached by then need not be counted.
  const isCounted = rule.count !== null && rule.count <= mostOccurrences(rule, to - start);
  try {
    if (!isCounted || rule.count === null) return readings(rule, null, { start, from, to }, budget);
    const isNamed = readings(rule, null, { start, from: start, to: start }, budget)?.length === 1;
    const count = rule.count - (isNamed ? 0 : 1);
    return count === 0 ? [] : readings(rule, count, { start, from, to }, budget);
  } catch {
    // The engine throws where it has tried as often as it may.
    budget.iterations = Math.max(LEAST_BUDGET, budget.iterations / 2);
    return null;
  }
}

function readings(
  rule: RecurrenceRule,
  count: number | null,
  { start, from, to }: Omit<RuleStretch, 'until'>,
  budget: RuleBudget,
): readonly WallMs[] | null {
  if (needsYearDays(rule)) return yearlyReadings(rule, count, start, from, to);
  const engine = new RRuleTemporal({
    freq: rule.frequency,
    interval: rule.interval,
    ...(count !== null && { count }),
    wkst: rule.weekStart,
    ...(rule.days.length > 0 && { byDay: rule.days.map(({ weekday, nth }) => `${nth === 0 ? '' : nth}${weekday}`) }),
    ...(rule.months.length > 0 && { byMonth: [...rule.months] }),
    ...(rule.yearDays.length > 0 && { byYearDay: [...rule.yearDays] }),
    ...(rule.monthDays.length > 0 && { byMonthDay: [...rule.monthDays] }),
    ...(rule.hours.length > 0 && { byHour: [...rule.hours] }),
    ...(rule.minutes.length > 0 && { byMinute: [...rule.minutes] }),
    ...(rule.seconds.length > 0 && { bySecond: [...rule.seconds] }),
    ...(rule.positions.length > 0 && { bySetPos: [...rule.positions] }),
    dtstart: asUtc(start),
    maxIterations: Math.round(budget.iterations),
    cache: false,
  });
  return engine.between(new Date(from), new Date(to), true).map((each) => each.epochMilliseconds);
}

function asUtc(wallMs: WallMs): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC');
}
