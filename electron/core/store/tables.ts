import { z } from 'zod';
import {
  Cover,
  Feed,
  FeedTitle,
  GapDecision,
  PolicyLayer,
  Property,
  Resident,
  Responder,
  Rotation,
  Shift,
  Staff,
  TextTemplate,
  TimeOff,
  Unit,
} from '#shared/contract';
import type { Actor } from '#shared/incident';
import type { ReadDb, WriteDb } from './connection.ts';
import { appendLine, keepPersonal } from './log.ts';

/**
 * The ordinary tables: portfolio, rota, policies, staff, settings. A row is a body that its schema checks, plus the
 * columns it is looked up by. Each change writes one before/after line to the chained log in the same transaction.
 */
const TABLES = {
  property: { schema: Property, columns: () => ({}) },
  unit: { schema: Unit, columns: (row: Unit) => ({ property_id: row.propertyId, label: row.label }) },
  resident: { schema: Resident, columns: (row: Resident) => ({ unit_id: row.unitId, phone: row.phone }) },
  responder: { schema: Responder, columns: (row: Responder) => ({ phone: row.phone }) },
  shift: { schema: Shift, columns: () => ({}) },
  rotation: { schema: Rotation, columns: () => ({}) },
  cover: { schema: Cover, columns: () => ({}) },
  time_off: { schema: TimeOff, columns: () => ({}) },
  gap_decision: { schema: GapDecision, columns: () => ({}) },
  feed: { schema: Feed, columns: () => ({}) },
  feed_title: { schema: FeedTitle, columns: () => ({}) },
  policy: { schema: PolicyLayer, columns: () => ({}) },
  text_template: { schema: TextTemplate, columns: () => ({}) },
  staff: { schema: Staff, columns: () => ({}) },
  setting: { schema: z.object({ id: z.string(), value: z.unknown() }), columns: () => ({}) },
} as const;

export type TableName = keyof typeof TABLES;
export type RowOf<Table extends TableName> = z.infer<(typeof TABLES)[Table]['schema']>;
export type Author = { readonly at: number; readonly by: Actor };

/** What may be asked about: ordinary tables, and the copies of live calendars. */
export type WrittenTable = TableName | 'feed_copy';
const writes = new WeakMap<ReadDb, Map<WrittenTable, number>>();

/** How often a table has been written to through this connection: who keeps what was read can tell whether it still holds. */
export function writesTo(db: ReadDb, table: WrittenTable): number {
  return writes.get(db)?.get(table) ?? 0;
}

/** Counts a write, also one that is undone later: reading once too often does no harm. */
export function countWrite(db: WriteDb, table: WrittenTable): void {
  const counts = writes.get(db) ?? new Map<WrittenTable, number>();
  writes.set(db, counts.set(table, writesTo(db, table) + 1));
}

/** Writes a row, and its line in the log. A row that is already the same changes nothing and writes no line. */
export function putRow<Table extends TableName>(
  db: WriteDb,
  table: Table,
  row: RowOf<Table>,
  author: Author,
): 'created' | 'updated' | 'unchanged' {
  const { id } = row as { id: string }; // every schema above has an id
  const after = JSON.stringify(row);
  const before = bodyOf(db, table, id);
  if (before === after) return 'unchanged';
  const more = TABLES[table].columns(row as never) as Record<string, string | null>; // the row matches the table it is for
  const names = ['id', ...Object.keys(more), 'body'];
  db.run(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${names
       .slice(1)
       .map((name) => `${name} = excluded.${name}`)
       .join(', ')}`,
    id,
    ...Object.values(more),
    after,
  );
  countWrite(db, table);
  logChange(db, table, id, before, after, author);
  return before === null ? 'created' : 'updated';
}

/** Removes a row, and says so in the log. Returns whether it was there. */
export function removeRow(db: WriteDb, table: TableName, id: string, author: Author): boolean {
  const before = bodyOf(db, table, id);
  if (before === null) return false;
  db.run(`DELETE FROM ${table} WHERE id = ?`, id);
  countWrite(db, table);
  logChange(db, table, id, before, null, author);
  return true;
}

/** One row, or null. */
export function getRow<Table extends TableName>(db: ReadDb, table: Table, id: string): RowOf<Table> | null {
  const body = bodyOf(db, table, id);
  return body === null ? null : parse(table, body);
}

/** Every row of a table, or those where a lookup column has a value. */
export function allRows<Table extends TableName>(
  db: ReadDb,
  table: Table,
  where?: { readonly column: 'property_id' | 'unit_id' | 'phone'; readonly value: string },
): readonly RowOf<Table>[] {
  const sql = `SELECT body FROM ${table}`;
  const rows = where
    ? db.all<{ body: string }>(`${sql} WHERE ${where.column} = ?`, where.value)
    : db.all<{ body: string }>(sql);
  return rows.map(({ body }) => parse(table, body));
}

export function countRows(db: ReadDb, table: TableName): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
}

/** How many units and residents each property has, by its id; none for one that has no unit. */
export function doorCounts(db: ReadDb): ReadonlyMap<string, { readonly units: number; readonly residents: number }> {
  const rows = db.all<{ id: string; units: number; residents: number }>(
    `SELECT u.property_id AS id, count(DISTINCT u.id) AS units, count(r.id) AS residents
     FROM unit u LEFT JOIN resident r ON r.unit_id = u.id GROUP BY u.property_id`,
  );
  return new Map(rows.map(({ id, units, residents }) => [id, { units, residents }]));
}

function bodyOf(db: ReadDb, table: TableName, id: string): string | null {
  return db.get<{ body: string }>(`SELECT body FROM ${table} WHERE id = ?`, id)?.body ?? null;
}

// Rows were parsed by their schema at the boundary before putRow wrote them; inside, types are trusted.
function parse<Table extends TableName>(_table: Table, body: string): RowOf<Table> {
  return JSON.parse(body) as RowOf<Table>;
}

function logChange(
  db: WriteDb,
  table: TableName,
  id: string,
  before: string | null,
  after: string | null,
  author: Author,
): void {
  const hide = (body: string | null): unknown => (body === null ? null : keepPersonal(db, body).ref);
  appendLine(db, null, {
    type: 'changed',
    v: 1,
    at: author.at,
    by: author.by,
    table,
    id,
    before: hide(before),
    after: hide(after),
  });
}
