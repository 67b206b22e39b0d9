import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SmsDriver } from '#core/notify';
import { createDriver } from '#core/notify/gateways';
import { openConnection } from '#core/store';
import { type CommittingSink, committingSink } from '../gateways/committing-sink.ts';
import { makeDatabase, schemaText } from '../gateways/gammu-rig.ts';
import { patience } from '../patience.ts';
import { QUIET } from '../quiet-gateway-deps.ts';

/** The tables of gammu-smsd without gammu-smsd: a test writes into them what it would have written. */

/** Why tests with them are skipped, as the end of their name; empty where its schema is to be had. */
export const NO_TABLES =
  schemaText() === null ? ' (skipped: the schema of gammu-smsd is not installed on this machine)' : '';

type Value = string | number | null;

export type GammuTables = {
  readonly database: string;
  readonly driver: SmsDriver;
  readonly sink: CommittingSink;
  /** What gammu-smsd, or another program, does to its tables. */
  run(sql: string, ...values: readonly Value[]): void;
  ask<Row>(sql: string, ...values: readonly Value[]): Row[];
  /** The modem was there `agoS` seconds ago, with a signal of so many percent. */
  modemSeen(agoS: number, signal?: number): void;
  /** A part of a text lies in the inbox. */
  received(part: {
    readonly from: string;
    readonly text?: string;
    readonly hex?: string;
    readonly header?: string;
  }): void;
  send(key: string, text?: string): ReturnType<SmsDriver['send']>;
  /** The message has left gammu-smsd's outbox for its list of what was sent. */
  leave(key: string, status: string, more?: { readonly error?: number; readonly code?: number }): void;
  /** One look of the driver at the tables. */
  look(): Promise<void>;
  close(): Promise<void>;
};

const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

export const VERA = '+12025550143';

/** An empty database with a modem that is well, and a driver over it that looks when it is told to. */
export async function openTables(settings: Readonly<Record<string, unknown>> = {}): Promise<GammuTables> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-gammu-'));
  const database = join(folder, 'smsd.db');
  makeDatabase(database);
  const sink = committingSink();
  const created = createDriver('gammu', { database, ...settings }, QUIET);
  if (!created.ok) throw new Error(JSON.stringify(created.issues));
  const { driver } = created;
  const use = <Result>(work: (db: ReturnType<typeof openConnection>) => Result): Result => {
    const db = openConnection(database, { isReadOnly: false, busyMs: 1_000, mustExist: true });
    try {
      return work(db);
    } finally {
      db.close();
    }
  };
  const run: GammuTables['run'] = (sql, ...values) => void use((db) => db.run(sql, ...values));
  const modemSeen = (agoS: number, signal = 64): void => {
    run('DELETE FROM phones');
    run(
      `INSERT INTO phones (ID, IMEI, IMSI, Client, Signal, UpdatedInDB)
       VALUES ('stick1', '1', '1', 'test', ?, datetime('now', ?))`,
      signal,
      `-${agoS} seconds`,
    );
  };
  modemSeen(0);
  await driver.start(sink);
  return {
    database,
    driver,
    sink,
    run,
    ask: (sql, ...values) => use((db) => db.all(sql, ...values)),
    modemSeen,
    received: ({ from, text = '', hex = hexOf(text), header = '' }) =>
      run(
        `INSERT INTO inbox (SenderNumber, Text, TextDecoded, UDH, RecipientID) VALUES (?, ?, ?, ?, 'stick1')`,
        from,
        hex,
        text,
        header,
      ),
    leave(key, status, { error = -1, code = -1 } = {}) {
      const creator = `nightdesk:${key}`;
      run(
        `INSERT INTO sentitems (ID, CreatorID, Text, UDH, SenderID, DestinationNumber, Status, StatusError, StatusCode)
         SELECT ID, CreatorID, Text, '', 'stick1', DestinationNumber, ?, ?, ? FROM outbox WHERE CreatorID = ?`,
        status,
        error,
        code,
        creator,
      );
      run('DELETE FROM outbox WHERE CreatorID = ?', creator);
    },
    send: (key, text = 'hello') => driver.send({ key, to: VERA, text, expiresAt: null }, patience()),
    look: async () => driver.catchUp?.(patience()),
    async close() {
      await driver.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
