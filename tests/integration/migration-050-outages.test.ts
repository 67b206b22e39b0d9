import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { beginOutage, openConnection, openOutage, openStore, outagesSince } from '#core/store';
import { FIRST_NIGHT } from '../../electron/core/store/migrations/010-first-night.ts';
import { SEARCH } from '../../electron/core/store/migrations/020-search.ts';
import { OUTBOX } from '../../electron/core/store/migrations/030-outbox.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('migration 050 keeps what there was, and one outage at a time can be under way', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  old.script(`${FIRST_NIGHT} ${SEARCH} ${OUTBOX} PRAGMA user_version = 30`);
  old.run(`INSERT INTO blind_time (from_at, to_at, why) VALUES (5, 9, 'asleep')`);
  old.close();

  const store = openStore(folder);
  expect(store.read.all('SELECT * FROM blind_time')).toEqual([{ from_at: 5, to_at: 9, why: 'asleep' }]);
  expect([openOutage(store.read, 'primary'), outagesSince(store.read, 0)]).toEqual([null, []]);
  const outage = { at: 7, slot: 'primary', gateway: 'kannel', reason: 'cannot be reached' } as const;
  store.write.transact(() => beginOutage(store.write, outage));
  expect(openOutage(store.read, 'primary')).toMatchObject({ from: 7, to: null, gateway: 'kannel' });
  expect(() => store.write.transact(() => beginOutage(store.write, { ...outage, at: 8 }))).toThrow(/UNIQUE/);
  store.close();
});
