import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, openConnection, type ReadDb, type WriteDb } from './connection.ts';
import { migrate, NEWEST_SCHEMA, schemaVersion } from './migrate.ts';
import { copyBeforeMigration } from './migration-copy.ts';
import { asTrouble, StoreTrouble } from './trouble.ts';

/** The data of one company: one folder, one core. */
export type Store = {
  readonly folder: string;
  /** The one connection that writes. */
  readonly write: Connection;
  /** A second connection that cannot write: screens and documents read here. */
  readonly read: ReadDb;
  close(): void;
};

const DATABASE = 'nightdesk.sqlite';
const LOCK = 'core.lock';
/** Magic numbers of file systems that live on another machine: NFS, SMB, CIFS, SMB2, AFS, 9p. Source: statfs(2). */
const NETWORK_FILE_SYSTEMS = [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997];

/**
 * Opens the folder for a core: takes the lock for life, opens and migrates the database.
 * @throws StoreTrouble in plain words for everything that can be expected to go wrong.
 */
export function openStore(folder: string, options: { readonly busyMs?: number } = {}): Store {
  const busyMs = options.busyMs ?? 2_000;
  try {
    // Residents' names and numbers lie in it: nobody else on this computer may look.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    refuseNetworkFolder(folder);
    refuseReadOnlyFiles(folder);
    const lock = takeLock(folder);
    try {
      return openLocked(folder, lock, busyMs);
    } catch (error) {
      lock.close();
      throw error;
    }
  } catch (error) {
    throw asTrouble(error, folder);
  }
}

function openLocked(folder: string, lock: Connection, busyMs: number): Store {
  const path = join(folder, DATABASE);
  const write = openConnection(path, { isReadOnly: false, busyMs });
  try {
    if (schemaVersion(write) > NEWEST_SCHEMA) throw new StoreTrouble('newer', folder);
    // Asked for and read back: on a share SQLite answers with another mode, and WAL there would corrupt.
    const mode = write.get<{ journal_mode: string }>('PRAGMA journal_mode = WAL')?.journal_mode;
    if (mode !== 'wal') throw new StoreTrouble('networkFolder', folder);
    // This is an alarm log: what was answered as saved must survive a power cut.
    write.script(
      'PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;',
    );
    copyBeforeMigration(write, folder);
    migrate(write);
    const read = openConnection(path, { isReadOnly: true, busyMs });
    return {
      folder,
      write,
      read,
      close: () => {
        read.close();
        write.close();
        lock.close();
      },
    };
  } catch (error) {
    write.close();
    throw error;
  }
}

/** Opens the database read-only, beside a running core: for `verify`, `doctor` and documents. */
export function openForReading(folder: string): { readonly read: ReadDb; close(): void } {
  const connection = openReadOnly(folder);
  return { read: connection, close: () => connection.close() };
}

/**
 * Reads the database beside a running core as it stands at one moment: whatever is written meanwhile, all that `work` reads
 * belongs together, and holds all that was saved before the call.
 */
export function readAtOneMoment<Result>(folder: string, work: (read: ReadDb) => Result): Result {
  const connection = openReadOnly(folder);
  try {
    connection.script('BEGIN');
    return work(connection);
  } finally {
    connection.close();
  }
}

/**
 * Opens the database for `rebuild --check`: the database itself read-only, temporary tables writable, everything seen as
 * it stands at this moment although a core may write beside it.
 */
export function openForChecking(folder: string): { readonly connection: WriteDb; close(): void } {
  const connection = openReadOnly(folder);
  connection.script('PRAGMA temp_store = MEMORY; BEGIN');
  return { connection, close: () => connection.close() };
}

function openReadOnly(folder: string): Connection {
  const path = join(folder, DATABASE);
  if (!existsSync(path)) throw new StoreTrouble('missing', folder);
  let connection: Connection | null = null;
  try {
    connection = openConnection(path, { isReadOnly: true, busyMs: 5_000 });
    if (schemaVersion(connection) > NEWEST_SCHEMA) throw new StoreTrouble('newer', folder);
    return connection;
  } catch (error) {
    connection?.close();
    throw asTrouble(error, folder);
  }
}

function takeLock(folder: string): Connection {
  const lock = openConnection(join(folder, LOCK), { isReadOnly: false, busyMs: 0 });
  try {
    // An exclusive transaction that is never ended: the operating system ends it with the process, however it dies.
    lock.script('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    const trouble = asTrouble(error, folder);
    throw trouble instanceof StoreTrouble && trouble.code === 'locked'
      ? new StoreTrouble('secondCore', folder, error)
      : trouble;
  }
}

function refuseNetworkFolder(folder: string): void {
  if (isNetworkFolder(folder, statfsSync(folder).type)) throw new StoreTrouble('networkFolder', folder);
}

/**
 * SQLite opens a file it may not write to for reading only, and lets an exclusive transaction on it begin all the same:
 * the desk would seem to run, hold no lock, and save nothing.
 */
function refuseReadOnlyFiles(folder: string): void {
  for (const path of [join(folder, DATABASE), join(folder, LOCK)])
    if (existsSync(path)) accessSync(path, constants.W_OK);
}

/**
 * Whether a folder lies on another machine.
 *
 * @param fileSystemType as `statfs` gives it
 */
export function isNetworkFolder(folder: string, fileSystemType: number): boolean {
  return /^\\\\/.test(folder) || NETWORK_FILE_SYSTEMS.includes(fileSystemType);
}
