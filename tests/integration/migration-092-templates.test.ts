import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { companyTexts, openConnection, openStore } from '#core/store';
import { MIGRATIONS } from '../../electron/core/store/migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('migration 092 keeps the settings that were there; every text stays as it is built in', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  for (const { version, sql } of MIGRATIONS) if (version < 92) old.script(`${sql}; PRAGMA user_version = ${version}`);
  old.run(`INSERT INTO setting (id, body) VALUES ('gateway', '{"id":"gateway","value":{"kind":"practice"}}')`);
  const before = old.all('SELECT * FROM setting');
  old.close();

  const store = openStore(folder);
  expect(store.read.all('SELECT * FROM setting')).toEqual(before);
  expect(store.read.all('SELECT * FROM text_template')).toEqual([]);
  expect(store.read.all('SELECT * FROM text_template_version')).toEqual([]);
  expect(companyTexts(store.read)('receipt', 'es')).toBeNull();
  store.close();
});
