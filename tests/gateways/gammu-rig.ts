import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { openConnection } from '#core/store';
import { until } from '../patience.ts';
import { type AtModem, socatAvailable, startModem } from './at-modem.ts';

/** The real gammu-smsd as Debian ships it, over an SQLite database of its own, with a modem that is played. */

const GAMMU = '/usr/bin/gammu-smsd';
const SCHEMA = '/usr/share/doc/gammu-smsd/examples/sqlite.sql';
const SQLITE_DRIVERS = [
  '/usr/lib/x86_64-linux-gnu/dbd/libdbdsqlite3.so',
  '/usr/lib/aarch64-linux-gnu/dbd/libdbdsqlite3.so',
];
const RIG_PHONE = 'stick1';
/** How often it says that its modem is there. */
export const RIG_STATUS_EVERY_S = 2;

export type GammuRig = {
  readonly database: string;
  readonly modem: AtModem;
  /** Asks the tables, or changes them, as another program would. */
  ask<Row>(sql: string, ...values: readonly (string | number | null)[]): Row[];
  /** Until a text of that phone lies in the inbox. */
  hasReceived(from: string): Promise<void>;
  /** SIGKILL, in the middle of whatever it does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** As a supervisor does when the modem is plugged in again; by itself it would take minutes. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Which program is not on this machine; null where all are. */
export function missingForGammu(): string | null {
  try {
    accessSync(GAMMU, constants.X_OK);
  } catch {
    return 'gammu-smsd is not installed';
  }
  if (schemaText() === null) return 'the schema of gammu-smsd is not installed';
  if (!SQLITE_DRIVERS.some((each) => existsSync(each))) return 'libdbd-sqlite3 is not installed';
  return socatAvailable() ? null : 'socat is not installed';
}

/** The tables as gammu-smsd's own package makes them; null where they are not to be had. */
export function schemaText(): string | null {
  if (existsSync(SCHEMA)) return readFileSync(SCHEMA, 'utf8');
  return existsSync(`${SCHEMA}.gz`) ? gunzipSync(readFileSync(`${SCHEMA}.gz`)).toString('utf8') : null;
}

const missing = missingForGammu();
/** Why tests with it are skipped, as the end of their name; empty where it is installed. */
export const NO_GAMMU = missing === null ? '' : ` (skipped: ${missing} on this machine)`;

const configText = (folder: string, device: string): string => `
[gammu]
device = ${device}
connection = at115200
gammuloc = /dev/null
logformat = nothing

[smsd]
service = sql
driver = sqlite3
sql = sqlite
dbdir = ${folder}/
database = smsd.db
logfile = ${folder}/smsd.log
debuglevel = 1
commtimeout = 1
sendtimeout = 5
receivefrequency = 1
statusfrequency = ${RIG_STATUS_EVERY_S}
loopsleep = 1
maxretries = 1
retrytimeout = 1
multiparttimeout = 5
deliveryreport = sms
deliveryreportdelay = 7200
phoneid = ${RIG_PHONE}
`;

/** Makes an empty database of gammu-smsd. */
export function makeDatabase(path: string): void {
  const text = schemaText();
  if (text === null) throw new Error('the schema of gammu-smsd is not installed');
  const db = openConnection(path, { isReadOnly: false, busyMs: 1_000 });
  db.script(text);
  db.close();
}

function startDaemon(folder: string): ChildProcess {
  const output = openSync(join(folder, 'output.txt'), 'a');
  const child = spawn(GAMMU, ['-c', join(folder, 'smsdrc')], { cwd: folder, stdio: ['ignore', output, output] });
  closeSync(output);
  return child;
}

async function endDaemon(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const limit = new AbortController();
  await Promise.race([gone, pause(5_000, undefined, { signal: limit.signal }).catch(() => undefined)]);
  limit.abort();
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await gone;
}

/** Starts a modem and gammu-smsd over it, and waits until it has found the modem. */
export async function startGammu(): Promise<GammuRig> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-gammu-'));
  const database = join(folder, 'smsd.db');
  makeDatabase(database);
  const modem = await startModem();
  writeFileSync(join(folder, 'smsdrc'), configText(folder, modem.device));
  let daemon: ChildProcess | null = null;
  const whenWeEnd = (): void => void daemon?.kill('SIGKILL');
  process.once('exit', whenWeEnd);

  const ask: GammuRig['ask'] = (sql, ...values) => {
    const db = openConnection(database, { isReadOnly: false, busyMs: 5_000 });
    try {
      return db.all(sql, ...values);
    } finally {
      db.close();
    }
  };
  const hasModem = (): boolean => ask("SELECT 1 FROM phones WHERE TimeOut > datetime('now')").length > 0;
  const start = async (): Promise<void> => {
    daemon = startDaemon(folder);
    await until(hasModem, 'gammu-smsd to find its modem').catch((error: unknown) => {
      throw new Error(readFileSync(join(folder, 'smsd.log'), 'utf8').slice(-2_000), { cause: error });
    });
  };
  const kill = async (): Promise<void> => {
    if (daemon) await endDaemon(daemon, 'SIGKILL');
  };
  await start();
  return {
    database,
    modem,
    ask,
    hasReceived: (from) =>
      until(() => ask('SELECT 1 FROM inbox WHERE SenderNumber = ?', from).length > 0, `a text of ${from}`),
    kill,
    start,
    async restart() {
      await kill();
      await start();
    },
    async stop() {
      if (daemon) await endDaemon(daemon, 'SIGTERM');
      await modem.stop();
      process.off('exit', whenWeEnd);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
