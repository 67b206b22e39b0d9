import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { allRows, openConnection, openStore, policyVersionAt, policyVersions } from '#core/store';
import { PolicyLayer, Property } from '#shared/contract';
import { DEFAULT_POLICY } from '#shared/escalation';
import { MIGRATIONS } from '../../electron/core/store/migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const property = (id: string, policyId: string | null) => ({
  id,
  name: id,
  address: '',
  zone: 'UTC',
  nightStart: '18:00',
  nightEnd: '08:00',
  greetingEn: '',
  greetingEs: '',
  calledNumber: null,
  shutOff: '',
  accessNotes: '',
  emergencyCentre: null,
  policyId,
});

test('migration 080 makes a layer of the company’s policy and of each property’s own, and keeps their versions', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  for (const { version, sql } of MIGRATIONS) if (version < 80) old.script(`${sql}; PRAGMA user_version = ${version}`);
  const company = { ...DEFAULT_POLICY, version: 4, signedBy: 'Rosa Alvarez' };
  const small = { ...DEFAULT_POLICY, id: 'small', name: 'Small houses', version: 2, signedBy: 'Priya Shah' };
  const unused = { ...DEFAULT_POLICY, id: 'property:oak', name: 'Nobody uses it', version: 9 };
  for (const row of [company, small, unused])
    old.run('INSERT INTO policy (id, body) VALUES (?, ?)', row.id, JSON.stringify(row));
  for (const row of [property('maple', 'small'), property('elm', 'gone'), property('oak', null)])
    old.run('INSERT INTO property (id, body) VALUES (?, ?)', row.id, JSON.stringify(row));
  old.close();

  const store = openStore(folder);
  const layers = allRows(store.read, 'policy').map((row) => PolicyLayer.strict().parse(row));
  const { ladders } = DEFAULT_POLICY;
  const own = { version: 2, name: 'Small houses', signedBy: 'Priya Shah', signedAt: null, ladders };
  expect(layers).toEqual([
    { id: 'company', version: 4, name: company.name, signedBy: 'Rosa Alvarez', signedAt: null, ladders },
    { id: 'property:maple', ...own },
  ]);
  expect(allRows(store.read, 'property').map((row) => Object.keys(Property.strict().parse(row)))).toHaveLength(3);
  expect(policyVersions(store.read, 'property:maple')).toEqual([
    { version: 2, signedBy: 'Priya Shah', signedAt: null },
  ]);
  expect(policyVersionAt(store.read, 'property:maple', 2)).toEqual({ id: 'property:maple', ...own });
  expect(policyVersionAt(store.read, 'company', 3)).toBeNull();
  store.close();
});
