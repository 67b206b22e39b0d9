import type { QueueRow, QueueTab } from '#shared/contract';
import type { ReadDb } from './connection.ts';

/** The read model of the queue: which incidents there are, in which order, and how they stand. */

const TAB_WHERE: Record<QueueTab, string> = {
  all: 'is_open = 1',
  P1: `is_open = 1 AND tier = 'P1'`,
  P2: `is_open = 1 AND tier = 'P2'`,
  morning: `is_open = 1 AND status = 'morning'`,
  closed: 'is_open = 0',
};

function limitOf(tab: QueueTab): number {
  return tab === 'closed' ? 1_000 : 100_000;
}

/** Ids in the order in which they need a person. The closed tab shows the latest thousand. */
export function queueIds(db: ReadDb, tab: QueueTab): readonly string[] {
  return db
    .all<{ id: string }>(
      `SELECT id FROM incident WHERE ${TAB_WHERE[tab]} ORDER BY queue_rank, due_at, number LIMIT ${limitOf(tab)}`,
    )
    .map((row) => row.id);
}

/** The same ids by property: the property whose first incident needs a person most comes first, and so within each. */
export function queueIdsByProperty(
  db: ReadDb,
  tab: QueueTab,
): readonly { readonly propertyId: string; readonly ids: readonly string[] }[] {
  const rows = db.all<{ id: string; propertyId: string }>(
    `SELECT id, property_id AS propertyId FROM incident WHERE ${TAB_WHERE[tab]} ORDER BY queue_rank, due_at, number LIMIT ${limitOf(tab)}`,
  );
  return [...Map.groupBy(rows, (row) => row.propertyId)].map(([propertyId, members]) => ({
    propertyId,
    ids: members.map((row) => row.id),
  }));
}

/** How many stand under each tab, and in the inbox. */
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

/** Open P1 and P2 that neither a clock nor an alarm will move on: there must be none. */
export function neglectedIds(db: ReadDb): readonly string[] {
  return db
    .all<{ id: string }>(`SELECT id FROM incident WHERE is_open = 1 AND tier IN ('P1', 'P2') AND is_looked_after = 0`)
    .map((row) => row.id);
}

/** Open incidents with an alarm, heard or not; the gravest tier first, then the oldest. */
export function alarmedIds(db: ReadDb, limit = -1): readonly string[] {
  return db
    .all<{ id: string }>(
      'SELECT id FROM incident WHERE is_open = 1 AND is_alarmed = 1 ORDER BY tier, number LIMIT ?',
      limit,
    )
    .map((row) => row.id);
}

/** How many ladders run, unanswered ones among them. */
export function runningCount(db: ReadDb): number {
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM incident WHERE is_open = 1 AND status IN ('running', 'unanswered')`,
    )?.n ?? 0
  );
}

/** The latest incidents of every unit where a resident has this phone, newest first. */
export function incidentIdsOfPhone(db: ReadDb, phone: string, limit: number): readonly string[] {
  return db
    .all<{ id: string }>(
      `SELECT id FROM incident WHERE unit_id IN (SELECT unit_id FROM resident WHERE phone = ?)
       ORDER BY first_contact_at DESC LIMIT ?`,
      phone,
      limit,
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

/** Rows of the queue by id, in the order asked for. */
export function queueRows(db: ReadDb, ids: readonly string[]): readonly QueueRow[] {
  return ids.flatMap((id) => {
    const row = db.get<{ body: string }>('SELECT queue_row AS body FROM incident WHERE id = ?', id);
    return row ? [JSON.parse(row.body) as QueueRow] : []; // written by commit
  });
}

/** Incidents whose number or place is what was typed, open ones first. */
export function findIncidents(db: ReadDb, text: string, limit: number): readonly QueueRow[] {
  const isNumber = /^\d+$/.test(text);
  const where = isNumber ? 'CAST(number AS TEXT) LIKE ?' : `json_extract(queue_row, '$.place') LIKE ?`;
  const pattern = isNumber ? `${text}%` : `%${text.replace(/[%_]/g, '')}%`;
  return db
    .all<{ body: string }>(
      // The inner query is answered from the index `incident_place` alone; only the rows found are read.
      `SELECT queue_row AS body FROM incident WHERE number IN
         (SELECT number FROM incident WHERE ${where} ORDER BY is_open DESC, number DESC LIMIT ?)
       ORDER BY is_open DESC, number DESC`,
      pattern,
      limit,
    )
    .map((row) => JSON.parse(row.body) as QueueRow); // written by commit
}
