import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openConnection, openStore } from '#core/store';
import { MIGRATIONS } from '../../electron/core/store/migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('migration 082 keeps the properties as they were, and has room for what the weather service said', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  for (const { version, sql } of MIGRATIONS) if (version < 82) old.script(`${sql}; PRAGMA user_version = ${version}`);
  const body = JSON.stringify({ id: 'maple', name: 'Maple Court' });
  old.run('INSERT INTO property (id, body) VALUES (?, ?)', 'maple', body);
  old.close();

  const store = openStore(folder);
  expect(store.read.all('SELECT body FROM property')).toEqual([{ body }]);
  expect(store.read.all('SELECT * FROM weather_doc')).toEqual([]);
  expect(store.read.all('SELECT * FROM weather_mode')).toEqual([]);
  store.close();
});
