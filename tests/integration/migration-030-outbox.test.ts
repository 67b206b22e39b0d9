import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Connection, openConnection, openStore, outboxCounts, phoneMessages, type ReadDb } from '#core/store';
import { FIRST_NIGHT } from '../../electron/core/store/migrations/010-first-night.ts';
import { SEARCH } from '../../electron/core/store/migrations/020-search.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Row = { key: string; state: string; queuedAt: number; nextAt?: number; leaseUntil?: number; acceptedAt?: number };

function putMessage(db: Connection, row: Row): void {
  db.run(
    `INSERT INTO outbox (key, lane, purpose, to_ref, text_ref, state, attempt, queued_at, next_at, lease_until, expires_at, accepted_at)
     VALUES (?, 0, 'step', 1, 2, ?, 1, ?, ?, ?, 9, ?)`,
    row.key,
    row.state,
    row.queuedAt,
    row.nextAt ?? null,
    row.leaseUntil ?? null,
    row.acceptedAt ?? null,
  );
}

/** How SQLite answers what a function asks: each statement and its plan. */
function plansOf(db: ReadDb, ask: (db: ReadDb) => unknown): string {
  const plans: string[] = [];
  const explain = (sql: string, values: readonly (string | number | null | Uint8Array)[]): void => {
    plans.push(...db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => row.detail));
  };
  ask({
    get: (sql, ...values) => {
      explain(sql, values);
      return db.get(sql, ...values);
    },
    all: (sql, ...values) => {
      explain(sql, values);
      return db.all(sql, ...values);
    },
    iterate: (sql, ...values) => db.iterate(sql, ...values),
  });
  return plans.join('\n');
}

test('migration 030 keeps every message, and what screens ask again and again reads no whole outbox', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  old.script(`${FIRST_NIGHT} ${SEARCH} PRAGMA user_version = 20`);
  old.run(`INSERT INTO personal (id, salt, value) VALUES (1, 's', '+14235550100'), (2, 's', 'P1 water')`);
  putMessage(old, { key: 'due', state: 'queued', queuedAt: 5, nextAt: 7 });
  putMessage(old, { key: 'leased', state: 'sending', queuedAt: 3, leaseUntil: 8 });
  putMessage(old, { key: 'lost', state: 'unknown', queuedAt: 1 });
  putMessage(old, { key: 'again', state: 'unknown', queuedAt: 2, nextAt: 6 });
  putMessage(old, { key: 'there', state: 'accepted', queuedAt: 1, acceptedAt: 4 });
  const before = old.all('SELECT * FROM outbox ORDER BY key');
  old.close();

  const store = openStore(folder);
  // Later columns are empty beside what was there.
  expect(store.read.all('SELECT * FROM outbox ORDER BY key')).toEqual(
    before.map((row) => expect.objectContaining(row as object)),
  );
  expect(outboxCounts(store.read)).toEqual({ waiting: 3, oldestAt: 2, unknown: 1 });
  expect(phoneMessages(store.read, 4).map((each) => each.id)).toEqual(['there']);
  expect(phoneMessages(store.read, 5)).toEqual([]);
  expect(plansOf(store.read, outboxCounts)).not.toMatch(/SCAN outbox(?! USING)/);
  expect(plansOf(store.read, (db) => phoneMessages(db, 4))).toMatch(/SEARCH o USING INDEX outbox_accepted/);
  store.close();
});
