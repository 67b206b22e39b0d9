import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendLine, openConnection, openStore, rebuildCheck, type Store, type WriteDb } from '#core/store';
import { MIGRATIONS } from '../../electron/core/store/migrate.ts';
import { type Night, openNight } from '../unit/incident-model.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A log and its row as an older release left them: it knew fewer clocks and fewer columns. */
function writeOld(db: WriteDb, { state, events }: Night, isOpen: 0 | 1): void {
  for (const event of events) appendLine(db, state.id, event);
  db.run(
    `INSERT INTO incident (id, number, version, status, tier, is_open, is_alarmed, is_looked_after, queue_rank, due_at, property_id, first_contact_at, queue_row)
     VALUES (?, ?, ?, ?, ?, ?, 0, 1, 20, 10, ?, 10, '{}')`,
    ...[state.id, state.number, state.version, state.status, state.tier, isOpen, state.place.propertyId],
  );
}

/** Opens with this build what an older release left of some nights. */
function upgraded(nights: readonly (readonly [Night, 0 | 1])[]): Store {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  for (const { version, sql } of MIGRATIONS) if (version <= 70) old.script(`${sql}; PRAGMA user_version = ${version}`);
  for (const [night, isOpen] of nights) writeOld(old, night, isOpen);
  old.close();
  return openStore(folder);
}

function takenNight(): Night {
  const night = openNight();
  night.reply('chen', { verb: 'accept', minutes: 110 });
  return night;
}

const clocksIn = (store: Store) =>
  store.read.all<{ id: string; kind: string }>('SELECT incident_id AS id, kind FROM clock ORDER BY kind');

test('after an upgrade what is open is shown and due as this release reckons it, from the first moment', () => {
  const closed = openNight({ number: 1043 });
  closed.run({ type: 'resolve', outcome: 'fixed', words: 'x' });
  const store = upgraded([
    [takenNight(), 1],
    [closed, 0],
  ]);
  expect(clocksIn(store)).toContainEqual({ id: 'i-1042', kind: 'stale' });
  expect(clocksIn(store).some(({ id }) => id !== 'i-1042')).toBe(false);
  const { differences } = rebuildCheck(store.write);
  expect(differences.filter(({ key }) => key.startsWith('i-1042'))).toEqual([]);
  store.close();
});

test('a log that is damaged or gone stops no upgrade, and keeps no other incident from it', () => {
  const damaged = openNight({ number: 1041 });
  const store = upgraded([
    [{ ...damaged, events: damaged.events.slice(1) }, 1],
    [{ ...openNight({ number: 1044 }), events: [] }, 1],
    [takenNight(), 1],
  ]);
  expect(clocksIn(store)).toContainEqual({ id: 'i-1042', kind: 'stale' });
  store.close();
});
