import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { alarmCalls, deskSession, openConnection, openStore, unattendedSince } from '#core/store';
import { MIGRATIONS } from '../../electron/core/store/migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('migration 081 leaves desk sessions as they were, each the first of its night, and has no calls yet', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  for (const { version, sql } of MIGRATIONS) if (version < 81) old.script(`${sql}; PRAGMA user_version = ${version}`);
  old.run('INSERT INTO desk_session (id, staff_id, started_at, ended_at) VALUES (?, ?, ?, ?)', 's1', 'rosa', 5, 9);
  old.close();

  const store = openStore(folder);
  expect(deskSession(store.read, 's1')).toEqual({
    id: 's1',
    staffId: 'rosa',
    startedAt: 5,
    endedAt: 9,
    previousId: null,
  });
  expect(alarmCalls(store.read)).toEqual([]);
  expect(unattendedSince(store.read)).toBeNull();
  store.close();
});
