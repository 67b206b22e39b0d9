import type { MessageSlot, Phone, Tier } from '#shared/contract';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';
import { personalValue } from './log.ts';
import { phoneHash } from './phone-hash.ts';

/** A message that must leave, as the outbox manager sees it. */
export type OutboxRow = {
  readonly key: string;
  readonly incidentId: string | null;
  readonly lane: number;
  readonly purpose: string;
  readonly state: string;
  readonly attempt: number;
  readonly queuedAt: number;
  readonly expiresAt: number;
  readonly isPossiblyTwice: boolean;
  readonly to: Phone;
  readonly text: string;
  /** Its phone, without the number; null for what was queued before phones were told apart. */
  readonly toHash: string | null;
  /** The key under which it left in one text with others; null where it left, or waits, alone. */
  readonly bundleKey: string | null;
  /** Where it was last handed to; null before it ever was, and for what left before there were places. */
  readonly slot: MessageSlot | null;
  /** The only place that may have it; null where any may. */
  readonly boundSlot: MessageSlot | null;
  /** The place that may have it already, because its answer was lost; null while nobody may. */
  readonly mayBeAt: MessageSlot | null;
};

export type StoredRow = Omit<OutboxRow, 'isPossiblyTwice'> & { readonly isPossiblyTwice: number };

export const COLUMNS = `o.key, o.incident_id AS incidentId, o.lane, o.purpose, o.state, o.attempt, o.queued_at AS queuedAt, o.expires_at AS expiresAt,
  o.is_possibly_twice AS isPossiblyTwice, coalesce(t.value, '') AS "to", coalesce(b.value, x.value, '') AS text,
  o.to_hash AS toHash, o.bundle_key AS bundleKey, o.slot, o.bound_slot AS boundSlot, o.may_be_at AS mayBeAt
  FROM outbox o LEFT JOIN personal t ON t.id = o.to_ref LEFT JOIN personal x ON x.id = o.text_ref
  LEFT JOIN personal b ON b.id = o.bundle_ref`;

/** Receipts are awaited this long before the message counts as unconfirmed. */
export const RECEIPT_WAIT_MS: Record<Tier, number> = { P1: 10 * 60_000, P2: 30 * 60_000, P3: 120 * 60_000 };

/** A message that must leave, from its `nextAt` on; committed with whatever asked for it. */
export function putInOutbox(
  db: WriteDb,
  row: {
    readonly key: string;
    readonly incidentId: string | null;
    readonly lane: number;
    readonly purpose: string;
    readonly toRef: number;
    readonly textRef: number;
    readonly queuedAt: number;
    readonly nextAt: number;
    readonly expiresAt: number;
    readonly boundSlot?: MessageSlot | null;
  },
): void {
  const phone = personalValue(db, row.toRef);
  changedOne(
    db.run(
      `INSERT INTO outbox (key, incident_id, lane, purpose, to_ref, to_hash, text_ref, state, attempt, queued_at, next_at, expires_at, bound_slot)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, ?, ?, ?)`,
      row.key,
      row.incidentId,
      row.lane,
      row.purpose,
      row.toRef,
      phone === null ? null : phoneHash(db, phone),
      row.textRef,
      row.queuedAt,
      row.nextAt,
      row.expiresAt,
      row.boundSlot ?? null,
    ),
    'queue a message',
  );
}

/** A person wants it tried again: it waits as if it had just been written, and may lie wherever it may have lain. */
export function putBack(
  db: WriteDb,
  key: string,
  again: { readonly isPossiblyTwice: boolean; readonly nextAt: number; readonly expiresAt: number },
): void {
  changedOne(
    db.run(
      `UPDATE outbox SET state = 'retrying', reason = NULL, lease_until = NULL, receipt_due_at = NULL, ask_at = NULL, accepted_at = NULL,
         next_at = ?, expires_at = ?, is_possibly_twice = max(is_possibly_twice, ?) WHERE key = ?`,
      again.nextAt,
      again.expiresAt,
      again.isPossiblyTwice ? 1 : 0,
      key,
    ),
    'try a message again',
  );
}

/** Its gateway gave it back: it waits as if it had never been there, and its phone has not had it. */
export function giveBack(
  db: WriteDb,
  key: string,
  again: { readonly reason: string | null; readonly isPossiblyTwice: boolean; readonly nextAt: number },
): void {
  changedOne(
    db.run(
      `UPDATE outbox SET state = 'retrying', reason = ?, lease_until = NULL, receipt_due_at = NULL, ask_at = NULL, may_be_at = NULL,
         accepted_at = NULL, bundle_key = NULL, bundle_ref = NULL, next_at = ?, is_possibly_twice = max(is_possibly_twice, ?) WHERE key = ?`,
      again.reason,
      again.nextAt,
      again.isPossiblyTwice ? 1 : 0,
      key,
    ),
    'take a message back',
  );
}

/** It has not left, and leaves with other words. */
export function rewordRow(db: WriteDb, key: string, textRef: number): void {
  changedOne(db.run('UPDATE outbox SET text_ref = ? WHERE key = ?', textRef, key), 'reword a message');
}

/** Unsent: called back. One that is on its way keeps its claim; its result will say what became of it. */
export function cancelRow(db: WriteDb, key: string, reason: string | null): void {
  changedOne(
    db.run(
      `UPDATE outbox SET state = 'cancelled', next_at = NULL, ask_at = NULL, reason = ? WHERE key = ?`,
      reason,
      key,
    ),
    'cancel a message',
  );
}

/** States in which a place that may have a message still may. */
const MAY_LIE_THERE: readonly string[] = ['unknown', 'retrying', 'held', 'expired'];

/** Writes a state that an event has recorded; the claim ends with it. */
export function settleRow(
  db: WriteDb,
  key: string,
  event: {
    readonly state: string;
    readonly attempt: number;
    readonly gateway: string | null;
    readonly reason: string | null;
    readonly isPossiblyTwice: boolean;
    readonly nextAt: number | null;
    readonly at: number;
    readonly tier: Tier;
  },
): void {
  const isAccepted = event.state === 'accepted';
  changedOne(
    db.run(
      `UPDATE outbox SET state = ?, attempt = max(attempt, ?), gateway = coalesce(?, gateway), reason = ?, lease_until = NULL, next_at = ?,
         may_be_at = CASE WHEN ? THEN may_be_at END, ask_at = NULL,
         accepted_at = CASE WHEN ? THEN ? ELSE accepted_at END,
         delivered_at = CASE WHEN ? THEN ? ELSE delivered_at END,
         receipt_due_at = CASE WHEN ? THEN ? ELSE NULL END,
         is_possibly_twice = max(is_possibly_twice, ?) WHERE key = ?`,
      event.state,
      event.attempt,
      event.gateway,
      event.reason,
      event.nextAt,
      MAY_LIE_THERE.includes(event.state) ? 1 : 0,
      isAccepted ? 1 : 0,
      event.at,
      event.state === 'delivered' ? 1 : 0,
      event.at,
      isAccepted ? 1 : 0,
      event.at + RECEIPT_WAIT_MS[event.tier],
      event.isPossiblyTwice ? 1 : 0,
      key,
    ),
    'settle a message',
  );
}

/** The due message that goes first: lowest lane, then longest due. */
export function nextDue(db: ReadDb, now: number, lastLane: number): OutboxRow | null {
  const row = db.get<StoredRow>(
    `SELECT ${COLUMNS} WHERE o.next_at IS NOT NULL AND o.next_at <= ? AND o.lane <= ? AND o.purpose <> 'call' ORDER BY o.lane, o.next_at, o.key LIMIT 1`,
    now,
    lastLane,
  );
  return row ? asRow(row) : null;
}

/** The wall clock was moved: what waits, waits as long as before. */
export function shiftOutbox(db: WriteDb, deltaMs: number): void {
  db.run(
    `UPDATE outbox SET next_at = next_at + ?, lease_until = lease_until + ?, receipt_due_at = receipt_due_at + ?, ask_at = ask_at + ?,
       expires_at = expires_at + ?
     WHERE next_at IS NOT NULL OR lease_until IS NOT NULL OR receipt_due_at IS NOT NULL OR ask_at IS NOT NULL`,
    deltaMs,
    deltaMs,
    deltaMs,
    deltaMs,
    deltaMs,
  );
}

/** Accepted messages whose receipt is overdue, longest first, at most `most`. */
export function overdueReceipts(db: ReadDb, now: number, most: number): readonly OutboxRow[] {
  return db
    .all<StoredRow>(
      `SELECT ${COLUMNS} WHERE o.receipt_due_at IS NOT NULL AND o.receipt_due_at <= ? ORDER BY o.receipt_due_at LIMIT ?`,
      now,
      most,
    )
    .map(asRow);
}

/**
 * When the outbox next has something to do, claims that are on their way and lanes beyond `lastLane` left aside; null
 * when nothing waits.
 */
export function outboxNextDueAt(db: ReadDb, onTheirWay: readonly string[], lastLane: number): number | null {
  const due = db.get<{ at: number | null }>(
    `SELECT min(at) AS at FROM (SELECT min(next_at) AS at FROM outbox WHERE next_at IS NOT NULL AND lane <= ? AND purpose <> 'call'
      UNION ALL SELECT min(lease_until) FROM outbox WHERE lease_until IS NOT NULL AND key NOT IN (SELECT value FROM json_each(?))
      UNION ALL SELECT min(ask_at) FROM outbox WHERE ask_at IS NOT NULL AND key NOT IN (SELECT value FROM json_each(?))
      UNION ALL SELECT min(receipt_due_at) FROM outbox WHERE receipt_due_at IS NOT NULL)`,
    lastLane,
    JSON.stringify(onTheirWay),
    JSON.stringify(onTheirWay),
  );
  return due?.at ?? null;
}

/** What waits, for the status line. */
export function outboxCounts(db: ReadDb): {
  readonly waiting: number;
  readonly oldestAt: number | null;
  readonly unknown: number;
} {
  const row = db.get<{ waiting: number; oldestAt: number | null }>(
    `SELECT count(*) AS waiting, min(CASE WHEN state <> 'held' THEN queued_at END) AS oldestAt
     FROM outbox WHERE next_at IS NOT NULL OR lease_until IS NOT NULL`,
  );
  const unknown =
    db.get<{ n: number }>(`SELECT count(*) AS n FROM outbox WHERE state = 'unknown' AND next_at IS NULL`)?.n ?? 0;
  return { waiting: row?.waiting ?? 0, oldestAt: row?.oldestAt ?? null, unknown };
}

export function asRow(row: StoredRow): OutboxRow {
  return { ...row, isPossiblyTwice: row.isPossiblyTwice !== 0 };
}

/** How a message stands, for the settings screen's test. */
export function outboxStatus(
  db: ReadDb,
  key: string,
): {
  readonly state: string;
  readonly reason: string | null;
  readonly queuedAt: number;
  readonly acceptedAt: number | null;
  readonly deliveredAt: number | null;
} | null {
  return (
    db.get(
      'SELECT state, reason, queued_at AS queuedAt, accepted_at AS acceptedAt, delivered_at AS deliveredAt FROM outbox WHERE key = ?',
      key,
    ) ?? null
  );
}

/** How many messages about no incident each gateway took in a stretch of time, ends included. */
export function looseByGateway(
  db: ReadDb,
  from: number,
  until: number,
): readonly { readonly gateway: string | null; readonly count: number }[] {
  return db.all(
    `SELECT gateway, count(*) AS count FROM outbox
     WHERE incident_id IS NULL AND accepted_at >= ? AND accepted_at <= ? GROUP BY gateway`,
    from,
    until,
  );
}

/** When a place last took a text of its gateway, and last took one whose receipt came; null when not since `since`. */
export function lastTaken(
  db: ReadDb,
  { slot, gateway }: { readonly slot: MessageSlot; readonly gateway: string },
  since: number,
): { readonly takenAt: number | null; readonly deliveredAt: number | null } {
  return (
    db.get<{ takenAt: number | null; deliveredAt: number | null }>(
      `SELECT max(accepted_at) AS takenAt, max(CASE WHEN state = 'delivered' THEN accepted_at END) AS deliveredAt
       FROM outbox WHERE accepted_at >= ? AND gateway = ? AND coalesce(slot, 'primary') = ?`,
      since,
      gateway,
      slot,
    ) ?? { takenAt: null, deliveredAt: null }
  );
}
