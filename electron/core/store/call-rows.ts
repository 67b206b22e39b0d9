import type { ReadDb } from './connection.ts';
import { asRow, COLUMNS, type OutboxRow, type StoredRow } from './outbox-rows.ts';

/** Calls wait in the outbox beside the texts, and are taken out of it by whoever makes calls. */

/** Calls that are due, the most urgent first; none to a phone of which `busy` has the fingerprint. */
export function dueCalls(
  db: ReadDb,
  now: number,
  { busy, limit }: { readonly busy: readonly string[]; readonly limit: number },
): readonly OutboxRow[] {
  return db
    .all<StoredRow>(
      `SELECT ${COLUMNS} WHERE o.purpose = 'call' AND o.next_at IS NOT NULL AND o.next_at <= ?
         AND coalesce(o.to_hash, '') NOT IN (SELECT value FROM json_each(?))
       ORDER BY o.lane, o.next_at, o.key LIMIT ?`,
      now,
      JSON.stringify(busy),
      limit,
    )
    .map(asRow);
}

/** When the next call to a phone that is not busy is due; null when none waits. */
export function callsNextDueAt(db: ReadDb, busy: readonly string[]): number | null {
  return (
    db.get<{ at: number | null }>(
      `SELECT min(next_at) AS at FROM outbox WHERE purpose = 'call' AND next_at IS NOT NULL
         AND coalesce(to_hash, '') NOT IN (SELECT value FROM json_each(?))`,
      JSON.stringify(busy),
    )?.at ?? null
  );
}

/** Calls that wait or ring: what a change of the gateway for calls would meet. */
export function waitingCalls(db: ReadDb): number {
  return (
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM outbox WHERE purpose = 'call' AND (next_at IS NOT NULL OR lease_until IS NOT NULL)`,
    )?.n ?? 0
  );
}

/** When a call was last written that then reached a telephone, whatever was decided in it; null where none did. */
export function lastCallAt(db: ReadDb): number | null {
  return (
    db.get<{ at: number | null }>(
      `SELECT max(queued_at) AS at FROM outbox WHERE purpose = 'call'
         AND (state IN ('delivered', 'unconfirmed') OR reason IN ('callNotAnswered', 'callBusy'))`,
    )?.at ?? null
  );
}
