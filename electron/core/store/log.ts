import { randomBytes } from 'node:crypto';
import { CHAIN_START, chainHash, personalHash } from '#core/guard';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';

/** How a personal value stands in the log: its id, and a fingerprint that does not give it away. */
export type PersonalRef = { readonly $p: string; readonly h: string };
export type Head = { readonly seq: number; readonly hash: string };
export type LogLine = {
  readonly seq: number;
  readonly incidentId: string | null;
  readonly payload: string;
  readonly hash: string;
};
type PersonalRow = { id: number; salt: string; value: string };

/** The latest line of the chain; seq 0 on an empty log. */
export function logHead(db: ReadDb): Head {
  return db.get<Head>('SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hash: CHAIN_START };
}

/**
 * Appends one line. A line of an incident begins with the incident's id, so that the hash covers whose line it is.
 * The payload's text is hashed as stored and never written again. Returns its place in the log.
 */
export function appendLine(db: WriteDb, incidentId: string | null, payload: object): number {
  const head = logHead(db);
  const text = JSON.stringify(incidentId === null ? payload : { incidentId, ...payload });
  const seq = head.seq + 1;
  changedOne(
    db.run(
      'INSERT INTO log (seq, incident_id, payload, hash) VALUES (?, ?, ?, ?)',
      seq,
      incidentId,
      text,
      chainHash(head.hash, text),
    ),
    'append to the log',
  );
  return seq;
}

const SALT_BYTES = 16;
/** Random bytes in stock: asking the system for each salt by itself cost an import a third of its time. */
let stock = Buffer.alloc(0);

function drawSalt(): string {
  if (stock.length === 0) stock = randomBytes(256 * SALT_BYTES);
  const salt = stock.subarray(0, SALT_BYTES).toString('hex');
  stock = stock.subarray(SALT_BYTES);
  return salt;
}

/** Stores a personal value beside the log and gives what stands for it there. */
export function keepPersonal(db: WriteDb, value: string): { readonly id: number; readonly ref: PersonalRef } {
  const salt = drawSalt();
  const row = db.get<{ id: number }>('INSERT INTO personal (salt, value) VALUES (?, ?) RETURNING id', salt, value);
  if (!row) throw new Error('a personal value was not stored');
  return { id: row.id, ref: { $p: String(row.id), h: personalHash(salt, value) } };
}

/** A personal value, or null when it was redacted. */
export function personalValue(db: ReadDb, id: number): string | null {
  return db.get<{ value: string }>('SELECT value FROM personal WHERE id = ?', id)?.value ?? null;
}

/** What stands where a value was redacted. */
export const REDACTED = '[redacted]';

/**
 * Replaces the fields named by dotted paths with references, storing their values; a path goes through lists. Null and
 * absent fields stay.
 * @returns the stored form, and the ids by path.
 */
export function hidePersonal(
  db: WriteDb,
  event: object,
  paths: readonly string[],
): { readonly stored: Record<string, unknown>; readonly ids: ReadonlyMap<string, number> } {
  if (paths.length === 0) return { stored: { ...event }, ids: new Map() };
  const stored: Record<string, unknown> = structuredClone(event) as Record<string, unknown>; // an event is plain data
  const ids = new Map<string, number>();
  for (const path of paths) {
    const parts = path.split('.');
    const field = parts.pop() ?? '';
    for (const owner of ownersOf(stored, parts)) {
      const value = owner[field];
      if (typeof value !== 'string') continue;
      const { id, ref } = keepPersonal(db, value);
      owner[field] = ref;
      ids.set(path, id);
    }
  }
  return { stored, ids };
}

/** Puts the values back where references stand. */
export function showPersonal(db: ReadDb, stored: unknown): unknown {
  if (Array.isArray(stored)) return stored.map((each) => showPersonal(db, each));
  if (stored === null || typeof stored !== 'object') return stored;
  if (isRef(stored)) return personalValue(db, Number(stored.$p)) ?? REDACTED;
  return Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, showPersonal(db, value)]));
}

/** The lines of one incident after line `after` of the log, in order. */
export function linesOf(db: ReadDb, incidentId: string, after = 0): readonly LogLine[] {
  return db.all<LogLine>(
    'SELECT seq, incident_id AS incidentId, payload, hash FROM log WHERE incident_id = ? AND seq > ? ORDER BY seq',
    incidentId,
    after,
  );
}

/** Where the log stands for one incident: its last line. Null when it has none. */
export function lastLineOf(db: ReadDb, incidentId: string): Head | null {
  return db.get<Head>('SELECT seq, hash FROM log WHERE incident_id = ? ORDER BY seq DESC LIMIT 1', incidentId) ?? null;
}

/** Every line after `after`, in order, without holding them all. What is read meanwhile sees the same moment. */
export function allLines(db: ReadDb, after = 0): IterableIterator<LogLine> {
  return db.iterate<LogLine>(
    'SELECT seq, incident_id AS incidentId, payload, hash FROM log WHERE seq > ? ORDER BY seq',
    after,
  );
}

/** The line with this number as the chain's head there; null when there is none. Line 0 is the start of the chain. */
export function headAt(db: ReadDb, seq: number): Head | null {
  if (seq === 0) return { seq: 0, hash: CHAIN_START };
  return db.get<Head>('SELECT seq, hash FROM log WHERE seq = ?', seq) ?? null;
}

/** The latest instant among the lines after one, which are few; null where nothing was written since. */
export function latestAtAfter(db: ReadDb, seq: number): number | null {
  return db.get<{ at: number | null }>(`SELECT max(payload ->> '$.at') AS at FROM log WHERE seq > ?`, seq)?.at ?? null;
}

/** Salts and values by id, many at a time; what was redacted is missing. */
export function personalRows(
  db: ReadDb,
  ids: readonly number[],
): ReadonlyMap<number, { readonly salt: string; readonly value: string }> {
  const rows = db.all<PersonalRow>(
    'SELECT id, salt, value FROM personal WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The personal rows behind some lines, with their salts, for an evidence file. */
export function personalBehind(
  db: ReadDb,
  lines: readonly LogLine[],
): readonly { readonly id: string; readonly salt: string; readonly value: string }[] {
  const ids = new Set(
    lines.flatMap((line) => [...line.payload.matchAll(/"\$p":"(\d+)"/g)].map((match) => Number(match[1]))),
  );
  return [...ids].flatMap((id) => {
    const row = db.get<PersonalRow>('SELECT id, salt, value FROM personal WHERE id = ?', id);
    return row ? [{ id: String(row.id), salt: row.salt, value: row.value }] : [];
  });
}

function isRef(value: object): value is PersonalRef {
  return '$p' in value && 'h' in value;
}

/** The objects a path leads to; a part that is a list leads to each of its entries. */
function ownersOf(root: unknown, parts: readonly string[]): readonly Record<string, unknown>[] {
  if (Array.isArray(root)) return root.flatMap((each) => ownersOf(each, parts));
  if (root === null || typeof root !== 'object') return [];
  const owner = root as Record<string, unknown>; // walking plain data
  const [next, ...rest] = parts;
  return next === undefined ? [owner] : ownersOf(owner[next], rest);
}
