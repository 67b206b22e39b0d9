import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { appendLine, openConnection, type WriteDb } from '#core/store';
import type { Property, Responder } from '#shared/contract';
import { DEFAULT_POLICY } from '#shared/escalation';
import { dayOf, instantOfWallTime } from '#shared/oncall';
import { MIGRATIONS } from '../../electron/core/store/migrate.ts';
import { type Night, openNight } from '../world.ts';

/** A core of today on the database of a desk that ran before there were reminders. */

let night: Night;
afterEach(() => night.end());

const ZONE = 'America/New_York';
const HOUR_MS = 60 * 60_000;
const at = (date: string, time: string): number => instantOfWallTime(ZONE, dayOf(date), time);
const KEY = { trade: 'plumbing', role: 'primary', propertyId: null } as const;
const UPGRADED_AT = at('2026-11-22', '02:00');

const person = (id: string, name: string, phone: string): Responder => ({
  id,
  name,
  company: '',
  role: 'technician',
  trades: ['plumbing'],
  phone,
  language: 'en',
  isEmergencyVendor: false,
  active: true,
});
const PEOPLE = [
  person('ana', 'Ana Silva', '+14235550101'),
  person('bo', 'Bo Lindqvist', '+14235550102'),
  person('eve', 'Eve Moreau', '+14235550103'),
];
const PROPERTY: Property = {
  id: 'maple',
  name: 'Maple Court',
  address: '1410 Maple Street',
  zone: ZONE,
  nightStart: '18:00',
  nightEnd: '08:00',
  greetingEn: '',
  greetingEs: '',
  calledNumber: null,
  shutOff: '',
  accessNotes: '',
  emergencyCentre: null,
  group: 'North',
};

/** Rows as the build before wrote them: a rotation counts weeks, nothing has a group, the company no beginning. */
function writeOldRows(db: WriteDb): void {
  const log = (table: string, id: string): void => {
    const by = { kind: 'core' } as const;
    appendLine(db, null, { type: 'changed', v: 1, at: UPGRADED_AT - 90 * 24 * HOUR_MS, by, table, id });
  };
  const put = (table: string, row: { readonly id: string }): void => {
    db.run(`INSERT INTO ${table} (id, body) VALUES (?, ?)`, row.id, JSON.stringify(row));
    log(table, row.id);
  };
  put('setting', { id: 'company', value: { name: 'Vine Homes', zone: ZONE, language: 'en', isDemo: false } } as {
    readonly id: string;
  });
  put('policy', DEFAULT_POLICY);
  put('property', { ...PROPERTY, policyId: null } as { readonly id: string });
  db.run('INSERT INTO unit (id, property_id, label, body) VALUES (?, ?, ?, ?)', 'u', 'maple', '3A', unitBody());
  for (const each of PEOPLE)
    db.run('INSERT INTO responder (id, phone, body) VALUES (?, ?, ?)', each.id, each.phone, JSON.stringify(each));
  const rotation = { weeks: 1, handOffWeekday: 1, handOffTime: '08:00', members: ['ana', 'bo'] };
  put('rotation', { id: 'r', ...KEY, zone: ZONE, ...rotation, fromDate: '2026-11-16', untilDate: null } as {
    readonly id: string;
  });
  const held = { responderId: 'eve', startsAt: at('2026-11-22', '06:00'), endsAt: at('2026-11-22', '20:00') };
  put('cover', { id: 'c', ...KEY, ...held, reason: 'flu', by: 'Rosa', createdAt: UPGRADED_AT - HOUR_MS } as {
    readonly id: string;
  });
}

function unitBody(): string {
  return JSON.stringify({ id: 'u', propertyId: 'maple', label: '3A', notes: '' });
}

/** Opens today's core on it, Sunday at two in the morning. */
async function openUpgraded(): Promise<void> {
  night = await openNight({ at: UPGRADED_AT, isFirstRun: true });
  await night.restart(() => {
    for (const end of ['', '-wal', '-shm']) rmSync(join(night.folder, `nightdesk.sqlite${end}`), { force: true });
    const db = openConnection(join(night.folder, 'nightdesk.sqlite'), { isReadOnly: false, busyMs: 0 });
    for (const { version, sql } of MIGRATIONS) if (version <= 60) db.script(`${sql}; PRAGMA user_version = ${version}`);
    db.transact(() => writeOldRows(db));
    db.close();
  });
}
const textsTo = (phone: string | null | undefined) =>
  night.core.api
    .practicePhones()
    .filter((each) => each.phone === phone)
    .flatMap((each) => each.messages.map(({ text }) => text));
const primary = () => night.core.api.onCallNow().find((each) => each.trade === 'plumbing')?.primary?.name;

test('nobody is texted on the night of the upgrade, and people are reminded from then on', async () => {
  await openUpgraded();
  expect(primary()).toBe('Ana Silva');
  await night.pass('2 min');
  expect(PEOPLE.flatMap((each) => textsTo(each.phone))).toEqual([]);
  // It stays that night over a restart: the beginning is written down.
  await night.restart(() => night.clock.sleep(4.5 * HOUR_MS));
  await night.pass('1 min');
  expect(primary()).toBe('Eve Moreau');
  expect(PEOPLE.flatMap((each) => textsTo(each.phone))).toEqual([]);
  // The hand-over of Monday at eight is due after the upgrade.
  await night.restart(() => night.clock.sleep(1.5 * HOUR_MS));
  await night.pass('1 min');
  expect(PEOPLE.map((each) => textsTo(each.phone).length)).toEqual([0, 1, 0]);
  expect(textsTo(PEOPLE[1]?.phone)[0]).toMatch(/^Vine Homes: you are on call Mon Nov 23 08:00 to Mon Nov 30 08:00/);
});

test('what was planned before is in force, and can be changed', async () => {
  await openUpgraded();
  const { sources, zone } = night.core.api.calendar({ from: UPGRADED_AT, to: UPGRADED_AT + HOUR_MS });
  expect(zone).toBe(ZONE);
  expect(sources.rotations).toMatchObject([{ id: 'r', turn: { unit: 'week', count: 1 }, group: null, layer: 1 }]);
  expect(sources.covers).toMatchObject([{ id: 'c', group: null, swapId: null }]);
  expect(night.core.api.portfolio().properties).toMatchObject([{ id: 'maple', group: 'North' }]);
  expect(night.core.api.appInfo()).toMatchObject({ company: 'Vine Homes', zone: ZONE, isFirstRun: false });
});
