import {
  type BothLanguages,
  type CalendarView,
  type Duty,
  type Gap,
  type Instant,
  type ScheduleSources,
  SHIFT_ROLES,
  TRADES,
} from '#shared/contract';
import { type DayNumber, dayAt, finalSchedule, instantOfWallTime } from '#shared/oncall';
import { keyOf, type PlanKey, planKeyOf, type Stretch } from './plan-key.ts';

/** The final schedule as lines of bars: what the trade-by-day grid draws. Pure; instants are UTC ms. */

/** One day of the company's wall clock; 23 or 25 hours long where the clocks change. */
export type Day = { readonly day: DayNumber; readonly startsAt: Instant; readonly endsAt: Instant };

/** A gap is `accepted` when somebody has said by name that it is known, and `lent` when general or a vendor is called. */
export type GapBar = {
  readonly kind: 'gap' | 'accepted' | 'lent';
  readonly gap: Gap;
  readonly cost: BothLanguages;
};
export type Bar = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
} & ({ readonly kind: 'duty'; readonly duty: Duty } | GapBar);

export type Line = PlanKey & { readonly key: string; readonly bars: readonly Bar[] };

/** `count` days from `first` on, by the wall clock of `zone`. */
export function daysFrom(zone: string, first: DayNumber, count: number): readonly Day[] {
  const midnight = (day: DayNumber) => instantOfWallTime(zone, day, '00:00');
  return Array.from({ length: count }, (_, index) => ({
    day: first + index,
    startsAt: midnight(first + index),
    endsAt: midnight(first + index + 1),
  }));
}

/** How a gap is drawn: what is known or caught is not red. */
export function gapKind(gap: Gap): GapBar['kind'] {
  if (gap.coveredBy !== null) return 'lent';
  return gap.accepted === null ? 'gap' : 'accepted';
}

/**
 * One line per trade and role that has anybody or lacks somebody in `[from, to)`, in the order of the trades: the company
 * before groups before properties; bars are cut to the window and in order of time.
 */
export function linesOf(view: Pick<CalendarView, 'duties' | 'gaps'>, from: Instant, to: Instant): readonly Line[] {
  const lines = new Map<string, PlanKey & { readonly key: string; readonly bars: Bar[] }>();
  const put = (key: PlanKey, bar: Bar) => {
    const cut = { ...bar, startsAt: Math.max(bar.startsAt, from), endsAt: Math.min(bar.endsAt, to) };
    if (cut.startsAt >= cut.endsAt) return;
    const name = keyOf(key);
    const line = lines.get(name) ?? { ...planKeyOf(key), key: name, bars: [] };
    line.bars.push(cut);
    lines.set(name, line);
  };
  for (const duty of view.duties) put(duty, { kind: 'duty', duty, startsAt: duty.startsAt, endsAt: duty.endsAt });
  for (const { cost, ...gap } of view.gaps) {
    put(gap, { kind: gapKind(gap), gap, cost, startsAt: gap.startsAt, endsAt: gap.endsAt });
  }
  for (const line of lines.values()) line.bars.sort((a, b) => a.startsAt - b.startsAt);
  return [...lines.values()].sort(
    (a, b) =>
      TRADES.indexOf(a.trade) - TRADES.indexOf(b.trade) ||
      breadthOf(a) - breadthOf(b) ||
      (a.group ?? a.propertyId ?? '').localeCompare(b.group ?? b.propertyId ?? '') ||
      SHIFT_ROLES.indexOf(a.role) - SHIFT_ROLES.indexOf(b.role),
  );
}

function breadthOf({ propertyId, group }: PlanKey): number {
  return propertyId !== null ? 2 : group !== null ? 1 : 0;
}

/** The bars that touch a stretch. */
export function barsIn(line: Line, stretch: Stretch): readonly Bar[] {
  return line.bars.filter((bar) => bar.startsAt < stretch.endsAt && bar.endsAt > stretch.startsAt);
}

/** Where a stretch lies in columns of equal width, one per day, in percent of them all. A day has 23 to 25 hours. */
export function placeOf(stretch: Stretch, days: readonly Day[]): { readonly left: number; readonly width: number } {
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

/** A stretch of a key, with which a form begins. */
export type StretchDraft = PlanKey & Stretch;

/**
 * The stretch that marked days of a line mean: what is open in them, else the nights that begin on them; never before
 * now, and until eight in the morning after the last (or the end of the gap). Null where they are over. The person at the
 * desk changes what does not fit.
 */
export function markedStretch(line: Line, first: Day, last: Day, zone: string, now: Instant): StretchDraft | null {
  const current = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  if (last.endsAt <= current) return null;
  const open = barsIn(line, { startsAt: first.startsAt, endsAt: last.endsAt }).filter(
    (bar) => bar.kind !== 'duty' && bar.endsAt > current,
  );
  const gap = open[0];
  const evening = instantOfWallTime(zone, first.day, '17:00');
  const isToday = first.startsAt <= now && now < first.endsAt;
  const wanted = gap ? Math.max(gap.startsAt, first.startsAt) : isToday ? current : evening;
  const startsAt = Math.max(wanted, current);
  const morning = first.day === last.day ? nextMorning(zone, startsAt) : instantOfWallTime(zone, last.day + 1, '08:00');
  const gapEndsAt = open.at(-1)?.endsAt ?? morning;
  const endsAt = gap && gapEndsAt - startsAt >= HOUR_MS ? Math.min(gapEndsAt, morning) : morning;
  return { ...planKeyOf(line), startsAt, endsAt };
}

/** The first eight o'clock in the morning that is at least an hour away. */
export function nextMorning(zone: string, after: Instant): Instant {
  const today = dayAt(zone, after);
  const first = instantOfWallTime(zone, today, '08:00');
  return first - after >= HOUR_MS ? first : instantOfWallTime(zone, today + 1, '08:00');
}

/** Who holds a key in a stretch, by the final schedule; where it has no line of its own, whoever holds it from above. */
export function heldIn(sources: ScheduleSources, key: PlanKey, stretch: Stretch): readonly Duty[] {
  return finalSchedule(sources, stretch.startsAt, stretch.endsAt, planKeyOf(key));
}

/** Who is planned at that moment; null where nobody is, though general may stand in. */
export function plannedFor(sources: ScheduleSources, key: PlanKey, at: Instant): string | null {
  return heldIn(sources, key, { startsAt: at, endsAt: at + 1 })[0]?.responderId ?? null;
}
