import type { HandoffRow, QueueTab, ReportDraft } from '#shared/contract';
import type { Actor } from '#shared/incident';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';
import { appendLine } from './log.ts';

/** Desk sessions, drafts, handoffs, blind times, heartbeats: what the desk keeps about itself. */

export type DeskSessionRow = {
  readonly id: string;
  readonly staffId: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
};
const SESSION = 'id, staff_id AS staffId, started_at AS startedAt, ended_at AS endedAt FROM desk_session';

export function openDeskSession(db: ReadDb): DeskSessionRow | null {
  return db.get<DeskSessionRow>(`SELECT ${SESSION} WHERE ended_at IS NULL ORDER BY started_at DESC`) ?? null;
}

export function deskSession(db: ReadDb, id: string): DeskSessionRow | null {
  return db.get<DeskSessionRow>(`SELECT ${SESSION} WHERE id = ?`, id) ?? null;
}

export function startDeskSession(
  db: WriteDb,
  row: { readonly id: string; readonly staffId: string; readonly at: number },
  by: Actor,
): void {
  db.run('INSERT INTO desk_session (id, staff_id, started_at) VALUES (?, ?, ?)', row.id, row.staffId, row.at);
  appendLine(db, null, { type: 'deskSessionStarted', v: 1, at: row.at, by, sessionId: row.id });
}

export function endDeskSession(db: WriteDb, id: string, at: number, by: Actor): void {
  changedOne(
    db.run('UPDATE desk_session SET ended_at = ? WHERE id = ? AND ended_at IS NULL', at, id),
    'end the desk session',
  );
  appendLine(db, null, { type: 'deskSessionEnded', v: 1, at, by, sessionId: id });
}

export function saveHandoff(
  db: WriteDb,
  row: { readonly sessionId: string; readonly at: number; readonly head: string; readonly pdf: Uint8Array },
): void {
  db.run(
    'INSERT INTO handoff (session_id, made_at, head, pdf) VALUES (?, ?, ?, ?) ON CONFLICT (session_id) DO UPDATE SET made_at = excluded.made_at, head = excluded.head, pdf = excluded.pdf',
    row.sessionId,
    row.at,
    row.head,
    row.pdf,
  );
}

export function handoffPdf(db: ReadDb, sessionId: string): Uint8Array | null {
  return db.get<{ pdf: Uint8Array }>('SELECT pdf FROM handoff WHERE session_id = ?', sessionId)?.pdf ?? null;
}

/** Desk sessions, newest first. `staffName` is the id here; the reader puts the name. */
export function handoffRows(db: ReadDb): readonly HandoffRow[] {
  return db
    .all<{ id: string; staffName: string; startedAt: number; endedAt: number | null; hasDocument: number }>(
      `SELECT s.id, coalesce(json_extract(t.body, '$.name'), s.staff_id) AS staffName, s.started_at AS startedAt, s.ended_at AS endedAt,
        h.session_id IS NOT NULL AS hasDocument
       FROM desk_session s LEFT JOIN staff t ON t.id = s.staff_id LEFT JOIN handoff h ON h.session_id = s.id ORDER BY s.started_at DESC LIMIT 60`,
    )
    .map((row) => ({ ...row, hasDocument: row.hasDocument !== 0 }));
}

export function saveDraft(db: WriteDb, draft: ReportDraft, at: number): void {
  db.run(
    'INSERT INTO draft (id, updated_at, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, body = excluded.body',
    draft.id,
    at,
    JSON.stringify(draft),
  );
}

export function discardDraft(db: WriteDb, id: string): void {
  db.run('DELETE FROM draft WHERE id = ?', id);
}

export function drafts(db: ReadDb): readonly ReportDraft[] {
  return db
    .all<{ body: string }>('SELECT body FROM draft ORDER BY updated_at DESC LIMIT 50')
    .map((row) => JSON.parse(row.body) as ReportDraft); // written by saveDraft
}

/** A dispatch is remembered by the press that asked for it, so that pressing twice opens one incident. */
export function incidentOfRequest(db: ReadDb, requestId: string): string | null {
  return (
    db.get<{ incidentId: string }>('SELECT incident_id AS incidentId FROM request WHERE id = ?', requestId)
      ?.incidentId ?? null
  );
}

export function rememberRequest(db: WriteDb, requestId: string, incidentId: string): void {
  db.run('INSERT INTO request (id, incident_id) VALUES (?, ?)', requestId, incidentId);
}

export type BlindTime = { readonly from: number; readonly to: number; readonly why: string };

/** A stretch in which nobody watched: logged, and shown from when to when. */
export function noteBlindTime(db: WriteDb, blind: BlindTime): void {
  db.run('INSERT INTO blind_time (from_at, to_at, why) VALUES (?, ?, ?)', blind.from, blind.to, blind.why);
  appendLine(db, null, {
    type: 'blindTime',
    v: 1,
    at: blind.to,
    by: { kind: 'core' },
    from: blind.from,
    to: blind.to,
    why: blind.why,
  });
}

export function blindTimesSince(db: ReadDb, since: number): readonly BlindTime[] {
  return db.all<BlindTime>(
    'SELECT from_at AS "from", to_at AS "to", why FROM blind_time WHERE to_at >= ? ORDER BY from_at',
    since,
  );
}

export type Heartbeat = { readonly at: number; readonly uptimeMs: number };

/** When this core, or the one before it, was last seen alive. */
export function lastHeartbeat(db: ReadDb): Heartbeat | null {
  return db.get<Heartbeat>('SELECT at, uptime_ms AS uptimeMs FROM heartbeat WHERE id = 1') ?? null;
}

export function beat(db: WriteDb, beatAt: Heartbeat): void {
  db.run(
    'INSERT INTO heartbeat (id, at, uptime_ms) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at, uptime_ms = excluded.uptime_ms',
    beatAt.at,
    beatAt.uptimeMs,
  );
}

const TAB_WHERE: Record<QueueTab, string> = {
  all: 'is_open = 1',
  P1: `is_open = 1 AND tier = 'P1'`,
  P2: `is_open = 1 AND tier = 'P2'`,
  morning: `is_open = 1 AND status = 'morning'`,
  closed: 'is_open = 0',
};

/** Ids in the order in which they need a person. The closed tab shows the latest thousand. */
export function queueIds(db: ReadDb, tab: QueueTab): readonly string[] {
  const limit = tab === 'closed' ? 1_000 : 100_000;
  return db
    .all<{ id: string }>(
      `SELECT id FROM incident WHERE ${TAB_WHERE[tab]} ORDER BY queue_rank, due_at, number LIMIT ${limit}`,
    )
    .map((row) => row.id);
}

export function queueCounts(db: ReadDb): Readonly<Record<QueueTab | 'inbox', number>> {
  const count = (sql: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)?.n ?? 0;
  return {
    all: count(`incident WHERE ${TAB_WHERE.all}`),
    P1: count(`incident WHERE ${TAB_WHERE.P1}`),
    P2: count(`incident WHERE ${TAB_WHERE.P2}`),
    morning: count(`incident WHERE ${TAB_WHERE.morning}`),
    closed: count('incident') - count(`incident WHERE ${TAB_WHERE.all}`),
    inbox: count(`contact WHERE outcome = 'waiting'`),
  };
}

export type DueClock = {
  readonly incidentId: string;
  readonly kind: string;
  readonly token: string;
  readonly dueAt: number;
};
const CLOCK = 'incident_id AS incidentId, kind, token, due_at AS dueAt FROM clock';

/** Clocks due by `now`, soonest first; those of the incidents `except` left aside. */
export function dueClocks(db: ReadDb, now: number, limit: number, except: readonly string[]): readonly DueClock[] {
  return db.all<DueClock>(
    `SELECT ${CLOCK} WHERE due_at <= ? AND incident_id NOT IN (SELECT value FROM json_each(?))
     ORDER BY due_at, incident_id, kind LIMIT ?`,
    now,
    JSON.stringify(except),
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

/** Whether this very clock still runs. */
export function hasClock(db: ReadDb, clock: DueClock): boolean {
  const { incidentId, kind, token } = clock;
  return (
    db.get('SELECT 1 FROM clock WHERE incident_id = ? AND kind = ? AND token = ?', incidentId, kind, token) !==
    undefined
  );
}

/** Clocks of open incidents for the timer panel, soonest first. */
export function soonestClocks(db: ReadDb, limit: number): readonly DueClock[] {
  return db.all<DueClock>(
    `SELECT ${CLOCK} WHERE kind NOT IN ('sla', 'followUp', 'residentText', 'callByHand', 'deskStep', 'noEtaCall') ORDER BY due_at LIMIT ?`,
    limit,
  );
}

/** Ids of open incidents that somebody was notified of, or that wait, by simple filters. */
export function openIncidentIds(db: ReadDb): readonly string[] {
  return db.all<{ id: string }>('SELECT id FROM incident WHERE is_open = 1').map((row) => row.id);
}

/** Incidents with pending clocks: the ones a moved wall clock concerns. */
export function idsWithClocks(db: ReadDb): readonly string[] {
  return db.all<{ id: string }>('SELECT DISTINCT incident_id AS id FROM clock').map((row) => row.id);
}

/** Open P1 and P2 that neither a clock nor an alarm will move on: there must be none. */
export function neglectedIds(db: ReadDb): readonly string[] {
  return db
    .all<{ id: string }>(`SELECT id FROM incident WHERE is_open = 1 AND tier IN ('P1', 'P2') AND is_looked_after = 0`)
    .map((row) => row.id);
}

export function alarmedIds(db: ReadDb): readonly string[] {
  return db.all<{ id: string }>('SELECT id FROM incident WHERE is_open = 1 AND is_alarmed = 1').map((row) => row.id);
}

export function runningCount(db: ReadDb): number {
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM incident WHERE is_open = 1 AND status IN ('running', 'unanswered')`,
    )?.n ?? 0
  );
}

/** Open incidents a responder was notified of, with the letter each has on that phone. */
export function openOfResponder(
  db: ReadDb,
  responderId: string,
): readonly { readonly incidentId: string; readonly code: string; readonly lastAt: number }[] {
  return db.all(
    'SELECT incident_id AS incidentId, code, last_at AS lastAt FROM notified WHERE responder_id = ? AND is_open = 1 ORDER BY last_at',
    responderId,
  );
}

/** The letters that open incidents have on a responder's phone, those of `exceptIncidentId` left aside. */
export function openCodesOf(db: ReadDb, responderId: string, exceptIncidentId: string | null): readonly string[] {
  return db
    .all<{ code: string }>(
      'SELECT DISTINCT code FROM notified WHERE responder_id = ? AND is_open = 1 AND incident_id IS NOT ?',
      responderId,
      exceptIncidentId,
    )
    .map((row) => row.code);
}

export function wakeUpsSince(db: ReadDb, responderId: string, since: number): number {
  return (
    db.get<{ n: number }>(
      'SELECT count(DISTINCT incident_id) AS n FROM wake_up WHERE responder_id = ? AND at >= ?',
      responderId,
      since,
    )?.n ?? 0
  );
}

/** Incidents first heard of in a stretch of time, by number. */
export function incidentIdsBetween(db: ReadDb, from: number, to: number): readonly string[] {
  return db
    .all<{ id: string }>(
      'SELECT id FROM incident WHERE first_contact_at >= ? AND first_contact_at < ? ORDER BY number',
      from,
      to,
    )
    .map((row) => row.id);
}

/** The latest incidents of a unit. */
export function incidentIdsOfUnit(db: ReadDb, unitId: string, limit: number): readonly string[] {
  return db
    .all<{ id: string }>(
      'SELECT id FROM incident WHERE unit_id = ? ORDER BY first_contact_at DESC LIMIT ?',
      unitId,
      limit,
    )
    .map((row) => row.id);
}
