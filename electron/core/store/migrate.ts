import type { Connection } from './connection.ts';
import { FIRST_NIGHT } from './migrations/010-first-night.ts';
import { SEARCH } from './migrations/020-search.ts';
import { OUTBOX } from './migrations/030-outbox.ts';
import { GATEWAY_OUTAGES } from './migrations/050-gateway-outages.ts';
import { TRIAGE_CASES } from './migrations/060-triage-cases.ts';
import { ON_CALL } from './migrations/070-on-call.ts';
import { WEATHER } from './migrations/082-weather.ts';

/** Append-only, numbered by tens; each runs in one transaction with the change of `user_version`. */
export const MIGRATIONS: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 10, sql: FIRST_NIGHT },
  { version: 20, sql: SEARCH },
  { version: 30, sql: OUTBOX },
  { version: 50, sql: GATEWAY_OUTAGES },
  { version: 60, sql: TRIAGE_CASES },
  { version: 70, sql: ON_CALL },
  { version: 82, sql: WEATHER },
];

/** The newest database this build understands. */
export const NEWEST_SCHEMA = 82;

/** Which schema a database has; 0 for an empty file. */
export function schemaVersion(db: Connection): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/** Brings a database up to this build's schema. The caller has refused newer ones and made the copy. */
export function migrate(db: Connection): void {
  const from = schemaVersion(db);
  for (const { version, sql } of MIGRATIONS) {
    if (version <= from) continue;
    db.transact(() => {
      db.script(sql);
      db.script(`PRAGMA user_version = ${version}`);
    });
  }
}
