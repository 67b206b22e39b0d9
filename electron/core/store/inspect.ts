import type { ReadDb } from './connection.ts';
import { NEWEST_SCHEMA } from './migrate.ts';

/** How a database's tables stand to this build's. `older`: brought up to date at the next start. */
export type SchemaState = { readonly version: number; readonly state: 'current' | 'older' | 'newer' };

/** Which schema a database has. */
export function schemaState(db: ReadDb): SchemaState {
  const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  return { version, state: version === NEWEST_SCHEMA ? 'current' : version < NEWEST_SCHEMA ? 'older' : 'newer' };
}

/**
 * SQLite's own check of the file: pages, rows, what a column may hold. Some seconds on a large database.
 *
 * @returns what is wrong, in SQLite's words; empty when all is well
 */
export function quickCheck(db: ReadDb): readonly string[] {
  return db
    .all<{ quick_check: string }>('PRAGMA quick_check(5)')
    .map((row) => row.quick_check)
    .filter((answer) => answer !== 'ok');
}
