import {
  type Cover,
  type FeedShift,
  type GapDecision,
  type Instant,
  type Rotation,
  type ScheduleSources,
  type Shift,
  type Stretch,
  TRADES,
  type Trade,
} from '#shared/contract';
import { NOTHING } from './layers.ts';
import { compareTexts, type LineKey, lineName } from './scope.ts';

/**
 * The sources sorted by line and precedence. Who is on is asked many times of the same sources, and sorting them costs more
 * than the answer; so what was sorted is kept for as long as the list itself lives. The lists are never written to.
 */

type ByLine<Entry> = {
  readonly lines: ReadonlyMap<string, readonly Entry[]>;
  /** One line in rising precedence. */
  of(name: string): readonly Entry[];
};

/** Entries that last from one moment to another can be asked for by time. */
type ByLineAndTime<Entry> = ByLine<Entry> & {
  /** Those of a line that touch `[from, to)`, in rising precedence: found without a look at the others. */
  within(name: string, from: Instant, to: Instant): readonly Entry[];
};

type Compare<Entry> = (a: Entry, b: Entry) => number;

/** What was worked out of a list, kept while the list lives. */
function keptFor<Entry, Kept>(work: (entries: readonly Entry[]) => Kept): (entries: readonly Entry[]) => Kept {
  const kept = new WeakMap<readonly Entry[], Kept>();
  return (entries) => {
    const known = kept.get(entries);
    if (known !== undefined) return known;
    const worked = work(entries);
    kept.set(entries, worked);
    return worked;
  };
}

/** Sorts by line, and within a line in rising precedence. */
function sortedByLine<Entry extends LineKey>(compare: Compare<Entry>, entries: readonly Entry[]): ByLine<Entry> {
  const lines = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = lineName(entry);
    const line = lines.get(name);
    if (line === undefined) lines.set(name, [entry]);
    else line.push(entry);
  }
  for (const line of lines.values()) line.sort(compare);
  return { lines, of: (name) => lines.get(name) ?? NOTHING };
}

const byLine = <Entry extends LineKey>(compare: Compare<Entry>) =>
  keptFor((entries: readonly Entry[]) => sortedByLine(compare, entries));

/** The same of entries that have a start and an end. */
const byLineAndTime = <Entry extends LineKey & Stretch>(compare: Compare<Entry>) =>
  keptFor((entries: readonly Entry[]): ByLineAndTime<Entry> => {
    const sorted = sortedByLine(compare, entries);
    const indexes = new Map<string, TimeIndex<Entry>>();
    return {
      ...sorted,
      within(name, from, to) {
        const line = sorted.of(name);
        if (line.length === 0) return NOTHING;
        const index = indexes.get(name) ?? timeIndexOf(line);
        indexes.set(name, index);
        const first = firstWhere(line.length, (at) => (index.endsBy[at] ?? 0) > from);
        const last = firstWhere(line.length, (at) => (index.byStart[at]?.startsAt ?? 0) >= to);
        return index.byStart
          .slice(first, last)
          .filter(({ endsAt }) => endsAt > from)
          .sort(compare);
      },
    };
  });

/** A line by start, and how long any entry up to each lasts at most: both only rise, so both can be halved. */
type TimeIndex<Entry> = { readonly byStart: readonly Entry[]; readonly endsBy: Float64Array };

function timeIndexOf<Entry extends Stretch>(line: readonly Entry[]): TimeIndex<Entry> {
  const byStart = line.toSorted((a, b) => a.startsAt - b.startsAt);
  const endsBy = new Float64Array(byStart.length);
  let latest = -Infinity;
  for (const [at, { endsAt }] of byStart.entries()) {
    latest = Math.max(latest, endsAt);
    endsBy[at] = latest;
  }
  return { byStart, endsBy };
}

/** The first of `count` places where something holds that holds at all later ones, too; `count` where it never does. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Dated = { readonly startsAt: Instant; readonly id: string; readonly plannedFrom?: Instant | undefined };
type Entered = { readonly createdAt: Instant; readonly id: string };

/** Whatever let it begin later, it counts from when it was to begin. */
const plannedFrom = (entry: Dated): Instant => entry.plannedFrom ?? entry.startsAt;
const byStart = (a: Dated, b: Dated): number => plannedFrom(a) - plannedFrom(b) || compareTexts(a.id, b.id);
/** The later entry counts for more. */
export const byEntry = (a: Entered, b: Entered): number => a.createdAt - b.createdAt || compareTexts(a.id, b.id);

export const rotationsByLine = byLine<Rotation>(
  (a, b) => a.layer - b.layer || compareTexts(a.fromDate, b.fromDate) || compareTexts(a.id, b.id),
);
export const feedShiftsByLine = byLineAndTime<FeedShift>(byStart);
export const shiftsByLine = byLineAndTime<Shift>(byStart);
export const coversByLine = byLineAndTime<Cover>(byEntry);
export const decisionsByLine = byLine<GapDecision>(byEntry);

/** The lines that anything is planned in, each once. */
export function plannedKeys(sources: ScheduleSources): readonly LineKey[] {
  const keys = new Map<string, LineKey>();
  const lists: readonly ByLine<LineKey>[] = [
    rotationsByLine(sources.rotations),
    feedShiftsByLine(sources.feedShifts),
    shiftsByLine(sources.shifts),
    coversByLine(sources.covers),
  ];
  for (const { lines } of lists) {
    for (const [name, [first]] of lines) {
      if (first === undefined || keys.has(name)) continue;
      const { trade, role, propertyId, group } = first;
      keys.set(name, { trade, role, propertyId, group });
    }
  }
  return [...keys.values()];
}

/** The trades that anybody is ever planned or named for, in their order. */
export function tradesInUse(sources: ScheduleSources): readonly Trade[] {
  const used = new Set([...plannedKeys(sources), ...sources.decisions].map(({ trade }) => trade));
  return TRADES.filter((trade) => used.has(trade));
}
