import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Connection, findIncidents, openConnection, openStore, schemaState } from '#core/store';
import { FIRST_NIGHT } from '../../electron/core/store/migrations/010-first-night.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A row of the first release; only what search reads varies. */
function putIncident(db: Connection, number: number, place: string, isOpen: 0 | 1): void {
  db.run(
    `INSERT INTO incident (id, number, version, status, tier, is_open, is_alarmed, is_looked_after, queue_rank, due_at,
       property_id, unit_id, resident_id, first_contact_at, queue_row)
     VALUES (?, ?, 1, 'morning', 'P3', ?, 0, 1, 40, 0, 'p', NULL, NULL, 0, ?)`,
    `i${number}`,
    number,
    isOpen,
    JSON.stringify({ id: `i${number}`, number, place }),
  );
}

test('migration 020 keeps every row, and search answers as before, from its index', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  old.script(`${FIRST_NIGHT} PRAGMA user_version = 10`);
  putIncident(old, 1041, 'Maple Court 14B', 0);
  putIncident(old, 1042, 'Elm House 3', 0);
  putIncident(old, 1043, 'Maple Court 2', 0);
  putIncident(old, 1001, 'Maple Court', 1);
  const before = old.all('SELECT * FROM incident ORDER BY id');
  old.close();

  const store = openStore(folder);
  expect(schemaState(store.read).state).toBe('current');
  // Later columns are empty beside what was there.
  expect(store.read.all('SELECT * FROM incident ORDER BY id')).toEqual(
    before.map((row) => expect.objectContaining(row as object)),
  );
  const numbers = (text: string, limit = 8): readonly number[] =>
    findIncidents(store.read, text, limit).map((row) => row.number);
  expect(numbers('maple')).toEqual([1001, 1043, 1041]);
  expect(numbers('maple', 2)).toEqual([1001, 1043]);
  expect(numbers('104')).toEqual([1043, 1042, 1041]);
  expect(numbers('nobody')).toEqual([]);
  const plan = store.read.all<{ detail: string }>(
    `EXPLAIN QUERY PLAN SELECT number FROM incident WHERE json_extract(queue_row, '$.place') LIKE '%maple%'`,
  );
  expect(plan.map((row) => row.detail).join()).toMatch(/COVERING INDEX incident_place/);
  store.close();

  // What was there before it lies beside it, as the older release can open it.
  const copyName = readdirSync(folder).find((name) => /^before-schema-\d+\.sqlite$/.test(name)) ?? '';
  const copy = openConnection(join(folder, copyName), { isReadOnly: true, busyMs: 0 });
  expect(schemaState(copy)).toEqual({ version: 10, state: 'older' });
  expect(copy.all('SELECT * FROM incident ORDER BY id')).toEqual(before);
  copy.close();
  openStore(folder).close();
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
});
