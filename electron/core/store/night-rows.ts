import type { ReadDb } from './connection.ts';

/** What a stretch of time touched, read from the log's own order: for documents about one night. Ends are exclusive. */

/**
 * A clock that was set back leaves lines that look older than their neighbours. The log is searched this much too wide
 * at both ends; whoever reads decides by the time that stands in each line.
 */
const SEARCH_WIDE_MS = 60 * 60_000;

/** Incidents that were open in the stretch or later, or of which anything was written in it, by number; rather too many. */
export function incidentIdsDuring(db: ReadDb, from: number, to: number): readonly string[] {
  // A resolved incident keeps minus the time of its close-out in `due_at` (queueDueAt), under the rank of closed ones.
  return db
    .all<{ id: string }>(
      `SELECT id FROM incident WHERE first_contact_at < ? AND id IN (
         SELECT id FROM incident WHERE is_open = 1
         UNION SELECT id FROM incident WHERE queue_rank = 90 AND due_at <= ?
         UNION SELECT incident_id FROM log WHERE seq >= ? AND seq < ? AND incident_id IS NOT NULL) ORDER BY number`,
      to,
      -from,
      firstSeqAt(db, from - SEARCH_WIDE_MS),
      firstSeqAt(db, to + SEARCH_WIDE_MS),
    )
    .map((row) => row.id);
}

export type ClockMoved = { readonly at: number; readonly deltaMs: number };

/** Each time the computer's clock was moved, forward positive, oldest first. */
export function clockMovesBetween(db: ReadDb, from: number, to: number): readonly ClockMoved[] {
  return db.all<ClockMoved>(
    `SELECT at, deltaMs FROM (
       SELECT seq, payload ->> '$.at' AS at, payload ->> '$.deltaMs' AS deltaMs FROM log
       WHERE seq >= ? AND seq < ? AND incident_id IS NULL AND payload ->> '$.type' = 'wallClockMoved')
     WHERE at >= ? AND at < ? ORDER BY seq`,
    firstSeqAt(db, from - SEARCH_WIDE_MS),
    firstSeqAt(db, to + SEARCH_WIDE_MS),
    from,
    to,
  );
}

/** The first line written at or after an instant, by halving: a log of a million lines is asked twenty times. */
export function firstSeqAt(db: ReadDb, at: number): number {
  let low = 1;
  let high = (db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM log')?.seq ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const lineAt = db.get<{ at: number }>(`SELECT payload ->> '$.at' AS at FROM log WHERE seq = ?`, middle)?.at ?? 0;
    if (lineAt < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
