import {
  type Cover,
  type FeedShift,
  type GapDecision,
  type Rotation,
  type ScheduleSources,
  type Shift,
  TRADES,
  type Trade,
} from '#shared/contract';
import { compareTexts, type LineKey, lineName } from './scope.ts';

/**
 * The sources sorted by line and precedence. Who is on is asked many times of the same sources, and sorting them costs more
 * than the answer; so what was sorted is kept for as long as the list itself lives. The lists are never written to.
 */

type ByLine<Entry> = ReadonlyMap<string, readonly Entry[]>;

/** Sorts by line, and within a line in rising precedence. */
function byLine<Entry extends LineKey>(compare: (a: Entry, b: Entry) => number) {
  const kept = new WeakMap<readonly Entry[], ByLine<Entry>>();
  return (entries: readonly Entry[]): ByLine<Entry> => {
    const known = kept.get(entries);
    if (known !== undefined) return known;
    const sorted = new Map<string, Entry[]>();
    for (const entry of entries.toSorted(compare)) {
      const name = lineName(entry);
      const line = sorted.get(name);
      if (line === undefined) sorted.set(name, [entry]);
      else line.push(entry);
    }
    kept.set(entries, sorted);
    return sorted;
  };
}

type Dated = { readonly startsAt: number; readonly plannedFrom?: number | undefined; readonly id: string };
type Entered = { readonly createdAt: number; readonly id: string };

/** When an entry was planned to begin: a change that lets it hold only from now on does not turn precedence round. */
const plannedStart = (each: Omit<Dated, 'id'>): number => each.plannedFrom ?? each.startsAt;
const byStart = (a: Dated, b: Dated): number => plannedStart(a) - plannedStart(b) || compareTexts(a.id, b.id);
/** The later entry counts for more. */
export const byEntry = (a: Entered, b: Entered): number => a.createdAt - b.createdAt || compareTexts(a.id, b.id);

export const rotationsByLine = byLine<Rotation>(
  (a, b) => a.layer - b.layer || compareTexts(a.fromDate, b.fromDate) || compareTexts(a.id, b.id),
);
export const feedShiftsByLine = byLine<FeedShift>(byStart);
export const shiftsByLine = byLine<Shift>(byStart);
export const coversByLine = byLine<Cover>(byEntry);
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
  for (const lines of lists) {
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
