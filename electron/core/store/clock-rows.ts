import { BRINGS_NO_HELP } from '#shared/incident';
import type { ReadDb } from './connection.ts';

/** The clocks of incidents, as `clocksOf` computed them: stored to be found quickly. */

export type DueClock = {
  readonly incidentId: string;
  readonly kind: string;
  readonly token: string;
  readonly dueAt: number;
};

const CLOCK = 'incident_id AS incidentId, kind, token, due_at AS dueAt FROM clock';

/**
 * Clocks due by `now`, soonest first; those of the incidents `except` left aside. What brings help goes before what only
 * counts or speaks to the resident: after a blind time both are due, and the resident reads what is true afterwards.
 */
export function dueClocks(db: ReadDb, now: number, limit: number, except: readonly string[]): readonly DueClock[] {
  return db.all<DueClock>(
    `SELECT ${CLOCK} WHERE due_at <= ? AND incident_id NOT IN (SELECT value FROM json_each(?))
     ORDER BY kind IN (SELECT value FROM json_each(?)), due_at, incident_id, kind LIMIT ?`,
    now,
    JSON.stringify(except),
    JSON.stringify(BRINGS_NO_HELP),
    limit,
  );
}

/** When the next clock is due; those of the incidents `except` left aside. */
export function nextClockAt(db: ReadDb, except: readonly string[] = []): number | null {
  return (
    db.get<{ at: number }>(
      `SELECT due_at AS at FROM clock WHERE incident_id NOT IN (SELECT value FROM json_each(?)) ORDER BY due_at LIMIT 1`,
      JSON.stringify(except),
    )?.at ?? null
  );
}

/** Whether this very clock is still there and due: what fired before it in the same moment may have put it off. */
export function isStillDue(db: ReadDb, { incidentId, kind, token }: DueClock, now: number): boolean {
  const stored = db.get<{ at: number }>(
    'SELECT due_at AS at FROM clock WHERE incident_id = ? AND kind = ? AND token = ?',
    incidentId,
    kind,
    token,
  );
  return stored !== undefined && stored.at <= now;
}

/** Clocks of the given kinds, soonest first. */
export function soonestClocks(db: ReadDb, kinds: readonly string[], limit: number): readonly DueClock[] {
  return db.all<DueClock>(
    `SELECT ${CLOCK} WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY due_at LIMIT ?`,
    JSON.stringify(kinds),
    limit,
  );
}

/** Incidents with pending clocks: the ones a moved wall clock concerns. */
export function idsWithClocks(db: ReadDb): readonly string[] {
  return db.all<{ id: string }>('SELECT DISTINCT incident_id AS id FROM clock').map((row) => row.id);
}

/** Every clock that brings help, of all incidents. */
export function clocksThatHelp(db: ReadDb): readonly DueClock[] {
  return db.all<DueClock>(
    `SELECT ${CLOCK} WHERE kind NOT IN (SELECT value FROM json_each(?))`,
    JSON.stringify(BRINGS_NO_HELP),
  );
}

/** Lines read at a time, from the end of the log back. */
const PAGE = 500;

/**
 * Incidents a step of whose ladder fired, or reached nobody, since then (UTC ms), the latest first. Reads the end of the log
 * back to the first line that is older, so it costs what has happened in that time and no more.
 */
export function steppedSince(db: ReadDb, since: number): readonly string[] {
  const found = new Set<string>();
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const lines = db.all<{ seq: number; incidentId: string | null; at: number; type: string }>(
      `SELECT seq, incident_id AS incidentId, payload ->> '$.at' AS at, payload ->> '$.type' AS type
       FROM log WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
      before,
      PAGE,
    );
    for (const { seq, incidentId, at, type } of lines) {
      if (at < since) return [...found];
      if (incidentId !== null && (type === 'stepFired' || type === 'stepSkipped')) found.add(incidentId);
      before = seq;
    }
    if (lines.length < PAGE) return [...found];
  }
}
