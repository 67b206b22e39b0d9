import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { storedGateways } from '#core/notify';
import { beginOutage, openConnection, openOutage, openStore, outagesSince, outboxRow } from '#core/store';
import { MIGRATIONS } from '../../electron/core/store/migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('migration 090 keeps messages, outages and the gateway, which is the primary from then on', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  for (const { version, sql } of MIGRATIONS) if (version < 90) old.script(`${sql}; PRAGMA user_version = ${version}`);
  old.run(
    `INSERT INTO outbox (key, incident_id, lane, purpose, to_ref, text_ref, state, attempt, queued_at, next_at, expires_at, gateway)
     VALUES ('i-1', 'i', 0, 'step', 1, 2, 'unknown', 1, 10, 10, 20, 'kannel')`,
  );
  old.run(`INSERT INTO gateway_outage (from_at, to_at, gateway, reason) VALUES (5, 9, 'kannel', 'unreachable')`);
  old.run(`INSERT INTO gateway_outage (from_at, to_at, gateway, reason) VALUES (12, NULL, 'kannel', 'unreachable')`);
  const kept = { id: 'gateway', value: { kind: 'kannel', config: { username: 'desk' } } };
  old.run(`INSERT INTO setting (id, body) VALUES ('gateway', ?)`, JSON.stringify(kept));
  const before = old.get('SELECT * FROM outbox');
  old.close();

  const store = openStore(folder);
  expect(store.read.get('SELECT * FROM outbox')).toMatchObject(before as object);
  expect(outboxRow(store.read, 'i-1')).toMatchObject({ slot: null, boundSlot: null, mayBeAt: null });
  expect(outagesSince(store.read, 0)).toMatchObject([
    { slot: 'primary', from: 5 },
    { slot: 'primary', from: 12, to: null },
  ]);
  expect(openOutage(store.read, 'fallback')).toBeNull();
  // Each place has an outage of its own.
  const outage = { at: 14, slot: 'fallback', gateway: 'smpp', reason: 'unreachable' } as const;
  store.write.transact(() => beginOutage(store.write, outage));
  expect(openOutage(store.read, 'fallback')).toMatchObject({ from: 14, gateway: 'smpp' });
  expect(outagesSince(store.read, 0)).toHaveLength(2);
  expect(storedGateways(store.read)).toEqual({
    primary: { kind: 'kannel', config: { username: 'desk' } },
    fallback: null,
    push: null,
  });
  store.close();
});
