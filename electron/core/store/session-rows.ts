import { hash } from 'node:crypto';
import type { HandoffRow } from '#shared/contract';
import type { Actor } from '#shared/incident';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';
import { appendLine } from './log.ts';
import type { Author } from './tables.ts';

/** Desk sessions, and the handoff that closes each. */

export type DeskSessionRow = {
  readonly id: string;
  readonly staffId: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** The session that handed the desk over to this one; null where the night began with it. */
  readonly previousId: string | null;
};

const SESSION =
  'id, staff_id AS staffId, started_at AS startedAt, ended_at AS endedAt, previous_id AS previousId FROM desk_session';

/** The desk session that runs; null when nobody is signed in. */
export function openDeskSession(db: ReadDb): DeskSessionRow | null {
  return db.get<DeskSessionRow>(`SELECT ${SESSION} WHERE ended_at IS NULL ORDER BY started_at DESC`) ?? null;
}

/** One desk session, over or not. */
export function deskSession(db: ReadDb, id: string): DeskSessionRow | null {
  return db.get<DeskSessionRow>(`SELECT ${SESSION} WHERE id = ?`, id) ?? null;
}

/** Begins a desk session; the caller has ended the one before. */
export function startDeskSession(
  db: WriteDb,
  row: { readonly id: string; readonly staffId: string; readonly at: number },
  by: Actor,
): void {
  db.run('INSERT INTO desk_session (id, staff_id, started_at) VALUES (?, ?, ?)', row.id, row.staffId, row.at);
  appendLine(db, null, { type: 'deskSessionStarted', v: 1, at: row.at, by, sessionId: row.id });
}

/** Ends a desk session. @throws when it does not run: a bug. */
export function endDeskSession(db: WriteDb, id: string, at: number, by: Actor): void {
  changedOne(
    db.run('UPDATE desk_session SET ended_at = ? WHERE id = ? AND ended_at IS NULL', at, id),
    'end the desk session',
  );
  appendLine(db, null, { type: 'deskSessionEnded', v: 1, at, by, sessionId: id });
}

/** Keeps the handoff of a session; a later one takes its place. The log keeps the fingerprint of each. */
export function saveHandoff(
  db: WriteDb,
  row: { readonly sessionId: string; readonly head: string; readonly pdf: Uint8Array },
  { at, by }: Author,
): void {
  db.run(
    'INSERT INTO handoff (session_id, made_at, head, pdf) VALUES (?, ?, ?, ?) ON CONFLICT (session_id) DO UPDATE SET made_at = excluded.made_at, head = excluded.head, pdf = excluded.pdf',
    row.sessionId,
    at,
    row.head,
    row.pdf,
  );
  const { sessionId, head, pdf } = row;
  appendLine(db, null, { type: 'handoffMade', v: 1, at, by, sessionId, head, sha256: hash('sha256', pdf) });
}

/** The handoff as a file; null when none was made. */
export function handoffPdf(db: ReadDb, sessionId: string): Uint8Array | null {
  return db.get<{ pdf: Uint8Array }>('SELECT pdf FROM handoff WHERE session_id = ?', sessionId)?.pdf ?? null;
}

/** The latest sixty desk sessions, newest first. Who has left the staff list is named by id. */
export function handoffRows(db: ReadDb): readonly HandoffRow[] {
  return db
    .all<{ id: string; staffName: string; startedAt: number; endedAt: number | null; hasDocument: number }>(
      `SELECT s.id, coalesce(json_extract(t.body, '$.name'), s.staff_id) AS staffName, s.started_at AS startedAt, s.ended_at AS endedAt,
        h.session_id IS NOT NULL AS hasDocument
       FROM desk_session s LEFT JOIN staff t ON t.id = s.staff_id LEFT JOIN handoff h ON h.session_id = s.id ORDER BY s.started_at DESC LIMIT 60`,
    )
    .map((row) => ({ ...row, hasDocument: row.hasDocument !== 0 }));
}
