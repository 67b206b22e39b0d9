import type { Connection } from './connection.ts';
import { FIRST_NIGHT } from './migrations/010-first-night.ts';
import { SEARCH } from './migrations/020-search.ts';
import { OUTBOX } from './migrations/030-outbox.ts';
import { GATEWAY_OUTAGES } from './migrations/050-gateway-outages.ts';
import { TRIAGE_CASES } from './migrations/060-triage-cases.ts';
import { ON_CALL } from './migrations/070-on-call.ts';
import { POLICY_LAYERS } from './migrations/080-policy-layers.ts';
import { DESK_SIDE } from './migrations/081-desk-side.ts';
import { WEATHER } from './migrations/082-weather.ts';
import { STORMS } from './migrations/083-storms.ts';
import { GATEWAY_SLOTS } from './migrations/090-gateway-slots.ts';
import { TEXT_TEMPLATES } from './migrations/092-text-templates.ts';
import { refreshOpenModels } from './refresh-models.ts';

/** Append-only, numbered by tens; each runs in one transaction with the change of `user_version`. */
export const MIGRATIONS: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 10, sql: FIRST_NIGHT },
  { version: 20, sql: SEARCH },
  { version: 30, sql: OUTBOX },
  { version: 50, sql: GATEWAY_OUTAGES },
  { version: 60, sql: TRIAGE_CASES },
  { version: 70, sql: ON_CALL },
  { version: 80, sql: POLICY_LAYERS },
  { version: 81, sql: DESK_SIDE },
  { version: 82, sql: WEATHER },
  { version: 83, sql: STORMS },
  { version: 90, sql: GATEWAY_SLOTS },
  { version: 92, sql: TEXT_TEMPLATES },
];

/** The newest database this build understands. */
export const NEWEST_SCHEMA = 92;

/** Which schema a database has; 0 for an empty file. */
export function schemaVersion(db: Connection): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/**
 * Brings a database up to this build's schema, and what is computed from the log of its open incidents to what this build
 * makes of it. The caller has refused newer ones and made the copy.
 */
export function migrate(db: Connection): void {
  const from = schemaVersion(db);
  for (const { version, sql } of MIGRATIONS) {
    if (version <= from) continue;
    db.transact(() => {
      db.script(sql);
      // In the last transaction, so that a crash leaves neither half.
      if (version === NEWEST_SCHEMA) refreshOpenModels(db);
      db.script(`PRAGMA user_version = ${version}`);
    });
  }
}
