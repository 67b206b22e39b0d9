import { hash } from 'node:crypto';
import type { HandoffRow } from '#shared/contract';
import type { Actor } from '#shared/incident';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';
import { appendLine, keepPersonal } from './log.ts';
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
  row: { readonly id: string; readonly staffId: string; readonly at: number; readonly previousId: string | null },
  by: Actor,
): void {
  const { id, staffId, at, previousId } = row;
  db.run(
    'INSERT INTO desk_session (id, staff_id, started_at, previous_id) VALUES (?, ?, ?, ?)',
    id,
    staffId,
    at,
    previousId,
  );
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

/**
 * The desk goes from one coordinator to the next in the middle of the night: one session ends and the next, which knows it,
 * begins in the same moment. `open`: the P1 and P2 of that moment, all gone through together.
 */
export function handOverSession(
  db: WriteDb,
  from: DeskSessionRow,
  next: { readonly id: string; readonly staffId: string; readonly words: string; readonly open: readonly string[] },
  { at, by }: Author,
): void {
  endDeskSession(db, from.id, at, by);
  startDeskSession(db, { id: next.id, staffId: next.staffId, at, previousId: from.id }, by);
  const words = next.words === '' ? null : keepPersonal(db, next.words).ref;
  appendLine(db, null, {
    type: 'deskHandedOver',
    v: 1,
    at,
    by,
    previousId: from.id,
    sessionId: next.id,
    fromStaffId: from.staffId,
    toStaffId: next.staffId,
    open: next.open,
    words,
  });
}

/** A session with those that handed the desk on to it, oldest first; empty where there is none with this id. */
export function sessionsOfNight(db: ReadDb, id: string): readonly DeskSessionRow[] {
  return db.all<DeskSessionRow>(
    `WITH RECURSIVE night (id, staff_id, started_at, ended_at, previous_id, back) AS (
       SELECT id, staff_id, started_at, ended_at, previous_id, 0 FROM desk_session WHERE id = ?
       UNION ALL SELECT s.id, s.staff_id, s.started_at, s.ended_at, s.previous_id, n.back + 1
         FROM desk_session s JOIN night n ON s.id = n.previous_id)
     SELECT id, staff_id AS staffId, started_at AS startedAt, ended_at AS endedAt, previous_id AS previousId
     FROM night ORDER BY back DESC`,
    id,
  );
}

/** When the night of the session that runs began, before any hand-over; null when nobody is signed in. */
export function nightBeganAt(db: ReadDb): number | null {
  const open = openDeskSession(db);
  return open && (sessionsOfNight(db, open.id)[0]?.startedAt ?? open.startedAt);
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
