import type { Instant } from '#shared/contract';
import type { EventEnd, FileEvent, FileRule } from './calendar-event.ts';
import type { CalendarWindow } from './calendar-reading.ts';
import { type CalendarLength, DAY_MS, dayOfWall, type WallMs } from './calendar-time.ts';
import type { DatedValue, Period } from './dated-value.ts';
import { expandRule, type RuleBudget } from './expand-rule.ts';

/** When an event of a series begins; `end` null where it is as long as the others. */
export type Occurrence = {
  readonly wallMs: WallMs;
  readonly at: Instant;
  readonly end: Instant | CalendarLength | null;
};

/** An event whose rule asks for too much, and on which line. */
export type TooMuch = { readonly tooMuchAt: number };

/** A wall clock is within a day of UTC; a second one for the hour that clocks are put on or back. */
const SLACK_MS = 2 * DAY_MS;

/** When a series begins in the window widened by `reachMs` on both sides, and somewhat beyond; in order, each time once. */
export function occurrencesOf(
  event: FileEvent,
  window: CalendarWindow,
  reachMs: number,
  budget: RuleBudget,
): readonly Occurrence[] | TooMuch {
  const from = window.from - reachMs - SLACK_MS;
  const to = window.to + reachMs + SLACK_MS;
  const { start } = event;
  const first: Occurrence = { wallMs: start.wallMs, at: start.at, end: null };
  if (event.rules.length + event.added.length + event.excepted.length + event.exceptRules.length === 0) return [first];
  const found = new Map<Instant, Occurrence>([[start.at, first]]);
  for (const each of event.rules) {
    const ruled = ruledOccurrences(each, start, from, to, budget);
    if (ruled === null) return { tooMuchAt: each.line };
    for (const occurrence of ruled) found.set(occurrence.at, occurrence);
  }
  for (const each of event.exceptRules) {
    const ruled = ruledOccurrences(each, start, from, to, budget);
    if (ruled === null) return { tooMuchAt: each.line };
    for (const { at } of ruled) found.delete(at);
  }
  for (const { start: added, end } of event.added) {
    // A moment written in another zone is exact: it may be the second of a time that comes twice.
    const wallMs = added.clock === start.clock ? added.wallMs : start.clock.wallOf(added.at);
    if (added.at >= from && added.at <= to) found.set(added.at, { wallMs, at: added.at, end });
  }
  const excepted = exceptions(event);
  const left = [...found.values()].sort((a, b) => a.at - b.at);
  return excepted === null ? left : left.filter((each) => !excepted(each));
}

/** Whether a series says that it does not have an occurrence. */
export function isExcepted(event: FileEvent, at: Instant): boolean {
  return exceptions(event)?.({ at, wallMs: event.start.clock.wallOf(at) }) ?? false;
}

function exceptions({ excepted, start }: FileEvent): ((each: Pick<Occurrence, 'at' | 'wallMs'>) => boolean) | null {
  if (excepted.length === 0) return null;
  const days = new Set<WallMs>();
  const moments = new Set<Instant>();
  for (const each of excepted) {
    const day = exceptedDay(each, start);
    if (day === null) moments.add(each.at);
    else days.add(day);
  }
  return ({ at, wallMs }) => moments.has(at) || days.has(dayOfWall(wallMs));
}

/** The day that is left out as a whole; null where a moment is. */
function exceptedDay(excepted: DatedValue, start: DatedValue): WallMs | null {
  if (!excepted.isDate && !start.isDate) return null;
  return dayMeant(excepted, start);
}

/** Which day of a series of days is meant by a time. UTC midnight is how some programs write a day. */
export function dayMeant(time: Pick<DatedValue, 'isUtc' | 'wallMs' | 'at'>, start: DatedValue): WallMs {
  const isMoment = time.isUtc && time.wallMs !== dayOfWall(time.wallMs);
  return dayOfWall(isMoment ? start.clock.wallOf(time.at) : time.wallMs);
}

function ruledOccurrences(
  { rule }: FileRule,
  start: DatedValue,
  from: Instant,
  to: Instant,
  budget: RuleBudget,
): readonly Occurrence[] | null {
  const last = lastOf(rule.until, start);
  // A day has no time: what a rule says of one is to be ignored.
  const own = start.isDate ? { ...rule, hours: [], minutes: [], seconds: [] } : rule;
  const readings = expandRule(own, { start: start.wallMs, until: last.wallMs, from, to }, budget);
  if (readings === null) return null;
  return readings.flatMap((wallMs) => {
    const at = start.clock.instantOf(wallMs);
    return at <= last.at ? [{ wallMs, at, end: null }] : [];
  });
}

/** Until when a rule holds: a reading of the wall clock, and the exact moment where UNTIL gives one. */
function lastOf(
  until: FileRule['rule']['until'],
  start: DatedValue,
): { readonly wallMs: WallMs | null; readonly at: Instant } {
  if (until === null) return { wallMs: null, at: Infinity };
  if (until.isDate) return { wallMs: until.wallMs + DAY_MS - 1, at: Infinity };
  if (start.isDate) return { wallMs: dayMeant({ ...until, at: until.wallMs }, start), at: Infinity };
  if (!until.isUtc) return { wallMs: until.wallMs, at: Infinity };
  // Readings are in another order than moments in the night the clocks change, so the moment decides.
  return { wallMs: start.clock.wallOf(until.wallMs) + DAY_MS, at: until.wallMs };
}

/** When an occurrence ends. */
export function endOfOccurrence({ wallMs, at, end }: Occurrence, start: DatedValue, usual: EventEnd | null): Instant {
  if (typeof end === 'number') return end;
  if (end !== null) return endAfter(end, wallMs, at, start);
  if (usual === null) return start.isDate ? Math.max(at, start.clock.instantOf(wallMs + DAY_MS)) : at;
  if (usual.kind === 'length') return endAfter(usual.length, wallMs, at, start);
  const endsAt = usual.clock.instantOf(wallMs + usual.aheadMs);
  // What lies in the hour that is skipped keeps its length.
  return endsAt > at || usual.aheadMs <= 0 ? Math.max(endsAt, at) : at + usual.aheadMs;
}

function endAfter({ days, ms }: CalendarLength, wallMs: WallMs, at: Instant, start: DatedValue): Instant {
  return (days === 0 ? at : start.clock.instantOf(wallMs + days * DAY_MS)) + ms;
}

/** How long a further date of a series lasts where it says so itself; 0 where it does not. */
export function lengthOf({ start, end }: Period): number {
  if (end === null) return 0;
  return typeof end === 'number' ? end - start.at : end.days * DAY_MS + end.ms;
}

/** How long an event can be, roughly from above. */
export function reachOf(end: EventEnd | null): number {
  if (end === null) return DAY_MS;
  return end.kind === 'clock' ? Math.max(0, end.aheadMs) : end.length.days * DAY_MS + end.length.ms;
}
