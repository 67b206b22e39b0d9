import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { allRows, openConnection, openStore, putReminder, remindersAfter } from '#core/store';
import { Cover, Rotation, Shift } from '#shared/contract';
import { MIGRATIONS } from '../../electron/core/store/migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = { trade: 'hvac', role: 'primary', propertyId: null } as const;

test('migration 070 gives what was planned the meaning it had, and room for what was told', () => {
  const old = openConnection(join(folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
  for (const { version, sql } of MIGRATIONS) if (version < 70) old.script(`${sql}; PRAGMA user_version = ${version}`);
  const held = { ...key, responderId: 'a', startsAt: 1, endsAt: 2 };
  const rows = {
    shift: { id: 's', ...held },
    cover: { id: 'c', ...held, reason: 'flu', by: 'staff', createdAt: 1 },
    rotation: {
      id: 'r',
      ...key,
      zone: 'UTC',
      weeks: 2,
      handOffWeekday: 1,
      handOffTime: '08:00',
      members: ['a', 'b'],
      fromDate: '2026-01-05',
      untilDate: null,
    },
  };
  for (const [table, row] of Object.entries(rows))
    old.run(`INSERT INTO ${table} (id, body) VALUES (?, ?)`, row.id, JSON.stringify(row));
  old.close();

  const store = openStore(folder);
  expect(allRows(store.read, 'shift').map((row) => Shift.parse(row))).toEqual([{ ...rows.shift, group: null }]);
  expect(allRows(store.read, 'cover').map((row) => Cover.parse(row))).toEqual([
    { ...rows.cover, group: null, swapId: null },
  ]);
  const { weeks, ...rotation } = rows.rotation;
  expect(allRows(store.read, 'rotation').map((row) => Rotation.parse(row))).toEqual([
    {
      ...rotation,
      group: null,
      layer: 1,
      turn: { unit: 'week', count: weeks },
      hours: [],
      validFrom: null,
      validUntil: null,
    },
  ]);
  const reminder = {
    id: 'x',
    responderId: 'a',
    role: 'backup',
    startsAt: 5,
    endsAt: 9,
    parts: [{ trade: 'hvac', role: 'backup', startsAt: 5, endsAt: 9 }],
    isOpen: true,
    dueAt: 1,
    messageKey: null,
    failedWhy: 'noNumber',
    confirmedAt: null,
    confirmedBy: null,
  } as const;
  store.write.transact(() => putReminder(store.write, reminder));
  expect(remindersAfter(store.read, 8)).toEqual([
    { ...reminder, messageState: null, queuedAt: null, acceptedAt: null },
  ]);
  expect(remindersAfter(store.read, 9)).toEqual([]);
  store.close();
});
