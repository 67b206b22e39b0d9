import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openConnection, openStore } from '#core/store';
import { MIGRATIONS } from '../../electron/core/store/migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('migration 083 keeps every message and incident; none of them is counted for a phone or climbs for another', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  for (const { version, sql } of MIGRATIONS) if (version < 83) old.script(`${sql}; PRAGMA user_version = ${version}`);
  old.run(
    `INSERT INTO outbox (key, incident_id, lane, purpose, to_ref, text_ref, state, attempt, queued_at, next_at, expires_at)
     VALUES ('i-1', 'i', 0, 'step', 1, 2, 'queued', 0, 10, 10, 20)`,
  );
  old.run(
    `INSERT INTO incident (id, number, version, status, tier, is_open, is_alarmed, is_looked_after, queue_rank, due_at, property_id, first_contact_at, queue_row)
     VALUES ('i', 1001, 1, 'running', 'P1', 1, 0, 1, 10, 10, 'p', 10, '{}')`,
  );
  const before = { outbox: old.get('SELECT * FROM outbox'), incident: old.get('SELECT * FROM incident') };
  old.close();

  const store = openStore(folder);
  expect(store.read.get('SELECT * FROM outbox')).toEqual({
    ...(before.outbox as object),
    to_hash: null,
    bundle_key: null,
    bundle_ref: null,
    slot: null,
    bound_slot: null,
    may_be_at: null,
    ask_at: null,
    delivered_at: null,
  });
  expect(store.read.get('SELECT * FROM incident')).toEqual({ ...(before.incident as object), part_of: null });
  const salt = store.read.get<{ value: string }>(`SELECT value FROM secret WHERE id = 'outbox.salt'`)?.value;
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
  store.close();
});
