import {
  type BothLanguages,
  type CalendarView,
  type Duty,
  type Instant,
  type ScheduleSources,
  SHIFT_ROLES,
  TRADES,
} from '#shared/contract';
import { type DayNumber, type DutyKey, dayAt, instantOfWallTime, whoIsOn } from '#shared/oncall';

/** The final schedule as lines of bars: what the trade-by-day grid draws. Pure; instants are UTC ms. */

/** One day of the company's wall clock; 23 or 25 hours long where the clocks change. */
export type Day = { readonly day: DayNumber; readonly startsAt: Instant; readonly endsAt: Instant };

export type Bar = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
} & (
  | { readonly kind: 'duty'; readonly duty: Duty }
  | { readonly kind: 'gap' | 'byGeneral'; readonly cost: BothLanguages }
);

export type Line = DutyKey & { readonly key: string; readonly bars: readonly Bar[] };

/** `count` days from `first` on, by the wall clock of `zone`. */
export function daysFrom(zone: string, first: DayNumber, count: number): readonly Day[] {
  const midnight = (day: DayNumber) => instantOfWallTime(zone, day, '00:00');
  return Array.from({ length: count }, (_, index) => ({
    day: first + index,
    startsAt: midnight(first + index),
    endsAt: midnight(first + index + 1),
  }));
}

export function keyOf({ trade, role, propertyId }: DutyKey): string {
  return `${trade} ${role} ${propertyId ?? ''}`.trim();
}

/**
 * One line per trade and role that has anybody or lacks somebody in `[from, to)`, company before properties, in the
 * order of the trades; bars are cut to the window and in order of time.
 */
export function linesOf(view: Pick<CalendarView, 'duties' | 'gaps'>, from: Instant, to: Instant): readonly Line[] {
  const lines = new Map<string, DutyKey & { readonly key: string; readonly bars: Bar[] }>();
  const put = (key: DutyKey, bar: Bar) => {
    const cut = { ...bar, startsAt: Math.max(bar.startsAt, from), endsAt: Math.min(bar.endsAt, to) };
    if (cut.startsAt >= cut.endsAt) return;
    const { trade, role, propertyId } = key;
    const name = keyOf(key);
    const line = lines.get(name) ?? { trade, role, propertyId, key: name, bars: [] };
    line.bars.push(cut);
    lines.set(name, line);
  };
  for (const duty of view.duties) put(duty, { kind: 'duty', duty, startsAt: duty.startsAt, endsAt: duty.endsAt });
  for (const gap of view.gaps) {
    const kind = gap.coveredBy !== null ? 'byGeneral' : 'gap';
    put(gap, { kind, cost: gap.cost, startsAt: gap.startsAt, endsAt: gap.endsAt });
  }
  for (const line of lines.values()) line.bars.sort((a, b) => a.startsAt - b.startsAt);
  return [...lines.values()].sort(
    (a, b) =>
      TRADES.indexOf(a.trade) - TRADES.indexOf(b.trade) ||
      (a.propertyId ?? '').localeCompare(b.propertyId ?? '') ||
      SHIFT_ROLES.indexOf(a.role) - SHIFT_ROLES.indexOf(b.role),
  );
}

/** The bars that touch a day. */
export function barsIn(line: Line, day: Day): readonly Bar[] {
  return line.bars.filter((bar) => bar.startsAt < day.endsAt && bar.endsAt > day.startsAt);
}

/** Where a stretch lies in columns of equal width, one per day, in percent of them all. A day has 23 to 25 hours. */
export function placeOf(
  stretch: { readonly startsAt: Instant; readonly endsAt: Instant },
  days: readonly Day[],
): { readonly left: number; readonly width: number } {
  const left = columnOf(stretch.startsAt, days);
  return { left, width: Math.round((columnOf(stretch.endsAt, days) - left) * 1e3) / 1e3 };
}

function columnOf(at: Instant, days: readonly Day[]): number {
  const index = days.findIndex((day) => at < day.endsAt);
  const day = days[index];
  if (day === undefined) return 100;
  const inDay = Math.max(0, at - day.startsAt) / (day.endsAt - day.startsAt);
  return Math.round(((index + inDay) / days.length) * 1e5) / 1e3;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** What a cover begins with when it is asked for on one cell of the grid. */
export type CoverDraft = DutyKey & {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
};

/**
 * A cover of one cell: a gap of that day from its start, else the night that begins on that day; never before now, and
 * until eight in the morning (or the end of the gap). The person at the desk changes what does not fit.
 */
export function coverDraftOf(line: Line, day: Day, zone: string, now: Instant): CoverDraft {
  const { trade, role, propertyId } = line;
  const current = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const gap = barsIn(line, day).find((bar) => bar.kind !== 'duty' && bar.endsAt > current);
  const evening = instantOfWallTime(zone, day.day, '17:00');
  const isToday = day.startsAt <= now && now < day.endsAt;
  const wanted = gap ? Math.max(gap.startsAt, day.startsAt) : isToday ? current : evening;
  const startsAt = Math.max(wanted, current);
  const morning = nextMorning(zone, startsAt);
  const endsAt = gap && gap.endsAt - startsAt >= HOUR_MS ? Math.min(gap.endsAt, morning) : morning;
  return { trade, role, propertyId, startsAt, endsAt };
}

/** The first eight o'clock in the morning that is at least an hour away. */
export function nextMorning(zone: string, after: Instant): Instant {
  const today = dayAt(zone, after);
  const first = instantOfWallTime(zone, today, '08:00');
  return first - after >= HOUR_MS ? first : instantOfWallTime(zone, today + 1, '08:00');
}

/** Who is planned at that moment; null where nobody is, though general or a vendor may stand in. At a property the company's counts. */
export function plannedFor(sources: ScheduleSources, duty: DutyKey, at: Instant): string | null {
  const found = whoIsOn(sources, { ...duty, at });
  return found?.trade === duty.trade && found.source.kind !== 'vendor' ? found.responderId : null;
}
