import type { MessageSlot } from '#shared/contract';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';
import { appendLine } from './log.ts';

/** When the gateway was down. Each outage has a line of the log for its beginning and one for its end. */

export type Outage = {
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  readonly slot: MessageSlot;
  readonly gateway: string;
  /** In the gateway's own words. */
  readonly reason: string;
};

const COLUMNS = 'from_at AS "from", to_at AS "to", slot, gateway, reason FROM gateway_outage';
const CORE = { kind: 'core' } as const;
/** A message that an outage held up has left by then: the longest pause between two tries is a minute. */
const CAUGHT_UP_MS = 10 * 60_000;

/** The outage of a place that lasts; null while there is none. */
export function openOutage(db: ReadDb, slot: MessageSlot): Outage | null {
  return db.get<Outage>(`SELECT ${COLUMNS} WHERE to_at IS NULL AND slot = ?`, slot) ?? null;
}

/** Outages of the primary that ended at `since` or later, or last, oldest first. */
export function outagesSince(db: ReadDb, since: number): readonly Outage[] {
  return db.all<Outage>(
    `SELECT ${COLUMNS} WHERE slot = 'primary' AND (to_at IS NULL OR to_at >= ?) ORDER BY from_at`,
    since,
  );
}

/** The gateway is down from `at` on. @throws when an outage lasts already: a bug. */
export function beginOutage(
  db: WriteDb,
  outage: { readonly at: number; readonly slot: MessageSlot; readonly gateway: string; readonly reason: string },
): void {
  const { at, slot, gateway, reason } = outage;
  db.run('INSERT INTO gateway_outage (from_at, slot, gateway, reason) VALUES (?, ?, ?, ?)', at, slot, gateway, reason);
  appendLine(db, null, { type: 'gatewayDown', v: 1, at, by: CORE, slot, gateway, reason });
}

/** The outage that lasts is over: the gateway answers again, or another one is used. */
export function endOutage(db: WriteDb, { from, slot, gateway }: Outage, at: number): void {
  changedOne(db.run('UPDATE gateway_outage SET to_at = ? WHERE to_at IS NULL AND slot = ?', at, slot), 'end an outage');
  appendLine(db, null, { type: 'gatewayBack', v: 1, at, by: CORE, slot, gateway, from, to: at });
}

/** How many messages that waited in an outage left later than `lateMs` after they were written, and by how much at most. */
export function lateInOutage(
  db: ReadDb,
  { from, to }: Outage,
  lateMs: number,
): { readonly lateCount: number; readonly mostLateMs: number } {
  const row = db.get<{ lateCount: number; mostLateMs: number | null }>(
    `SELECT count(*) AS lateCount, max(accepted_at - queued_at) AS mostLateMs FROM outbox
     WHERE accepted_at >= ? AND accepted_at <= ? AND queued_at <= ? AND accepted_at - queued_at > ?`,
    from,
    to === null ? Number.MAX_SAFE_INTEGER : to + CAUGHT_UP_MS,
    to ?? Number.MAX_SAFE_INTEGER,
    lateMs,
  );
  return { lateCount: row?.lateCount ?? 0, mostLateMs: row?.mostLateMs ?? 0 };
}
