import { evolve, type IncidentEvent, type IncidentState, type LoggedEvent, upcast } from '#shared/incident';
import type { ReadDb } from './connection.ts';
import { type Head, headAt, lastLineOf, linesOf, showPersonal } from './log.ts';

/**
 * The seam of the store: `load(id) → {state, version}` and `commit(plan, expectedVersion) → ok | conflict`. What
 * another database would need stays behind these two.
 */
export type Loaded = { readonly state: IncidentState; readonly version: number };

/** A state and the line of the log up to which it was folded. */
type Folded = Head & { readonly state: IncidentState };

/** More open incidents than a bad night has; a state of two hours without an answer takes some 40 kB. */
const MOST_KEPT = 1_500;

/** What was folded lately, by connection: a night of alarms asks for the same incidents every second. */
const kept = new WeakMap<ReadDb, Map<string, Folded>>();

/** The events of one incident after line `after` of the log, as they happened, personal values put back. */
export function loadEvents(db: ReadDb, incidentId: string, after = 0): readonly LoggedEvent[] {
  return linesOf(db, incidentId, after).map((line) => ({
    seq: line.seq,
    event: showPersonal(db, upcast(JSON.parse(line.payload))) as IncidentEvent, // written by commit
  }));
}

/**
 * The state of one incident, folded from the log; null when there is none. What was folded before is kept, and only
 * what came since is folded onto it: the chain's hash tells whether the log still is the one it was folded from, as it
 * is not after a transaction that was taken back.
 */
export function load(db: ReadDb, incidentId: string): Loaded | null {
  const last = lastLineOf(db, incidentId);
  if (!last) return null;
  const before = stillTrue(db, keptBy(db).get(incidentId));
  let state: IncidentState | null = before?.state ?? null;
  if (before?.seq !== last.seq)
    // Another process may have written meanwhile.
    for (const { seq, event } of loadEvents(db, incidentId, before?.seq))
      if (seq <= last.seq) state = evolve(state, event);
  if (!state) return null;
  keep(keptBy(db), incidentId, { ...last, state });
  return { state, version: state.version };
}

function stillTrue(db: ReadDb, folded: Folded | undefined): Folded | undefined {
  return folded && headAt(db, folded.seq)?.hash === folded.hash ? folded : undefined;
}

function keptBy(db: ReadDb): Map<string, Folded> {
  const known = kept.get(db);
  if (known) return known;
  const fresh = new Map<string, Folded>();
  kept.set(db, fresh);
  return fresh;
}

/** Moves it to the end; what was asked for longest ago goes first. */
function keep(states: Map<string, Folded>, incidentId: string, folded: Folded): void {
  states.delete(incidentId);
  states.set(incidentId, folded);
  if (states.size <= MOST_KEPT) return;
  const [oldest] = states.keys();
  if (oldest !== undefined) states.delete(oldest);
}
