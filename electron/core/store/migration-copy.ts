import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from './connection.ts';
import { NEWEST_SCHEMA, schemaVersion } from './migrate.ts';

/**
 * Copies a database that an older release wrote to `before-schema-N.sqlite` beside it, before its tables are changed: the
 * way back when the new release turns out to be a mistake. Nothing to do for an empty or a current one.
 *
 * @throws SQLite's or the file system's error, a full disk among them; then nothing was changed
 */
export function copyBeforeMigration(db: Connection, folder: string): void {
  const from = schemaVersion(db);
  if (from === 0 || from === NEWEST_SCHEMA) return;
  const copy = join(folder, `before-schema-${NEWEST_SCHEMA}.sqlite`);
  const partial = `${copy}.partial`;
  rmSync(partial, { force: true });
  // By SQLite, not by copying the file: in WAL mode the latest commits stand in another one.
  db.run('VACUUM INTO ?', partial);
  // Renamed when it is whole, so that a copy by this name is one that can be used.
  renameSync(partial, copy);
}
