import type { MessageSlot } from '#shared/contract';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';
import { asRow, COLUMNS, type OutboxRow, type StoredRow } from './outbox-rows.ts';

/** Messages on their way: claimed, waited for, asked about. */

/** What several leave as: the key that the gateway gets, and the one text about all of them. */
export type Bundle = { readonly key: string; readonly textRef: number; readonly text: string };

/** `slot` null: it is no message, and leaves through none. */
export type Claim = {
  readonly leaseUntil: number;
  readonly slot: MessageSlot | null;
  readonly bundle: Bundle | null;
};

/** Takes a message that waits, to leave through `slot` in a bundle or alone; commit before sending. */
export function claimRow(db: WriteDb, row: OutboxRow, { leaseUntil, slot, bundle }: Claim): OutboxRow {
  changedOne(
    db.run(
      `UPDATE outbox SET state = 'sending', lease_until = ?, next_at = NULL, attempt = attempt + 1, slot = ?, bundle_key = ?, bundle_ref = ?
       WHERE key = ? AND next_at IS NOT NULL`,
      leaseUntil,
      slot,
      bundle?.key ?? null,
      bundle?.textRef ?? null,
      row.key,
    ),
    'claim a message',
  );
  const leaving = { state: 'sending', attempt: row.attempt + 1, slot, bundleKey: bundle?.key ?? null };
  return { ...row, ...leaving, text: bundle?.text ?? row.text };
}

/** Ends a claim or a wait for a receipt that has nothing more to tell: the message is already past it. */
export function endWait(db: WriteDb, key: string): void {
  db.run(
    `UPDATE outbox SET lease_until = NULL, receipt_due_at = NULL,
       state = CASE state WHEN 'sending' THEN 'unknown' ELSE state END WHERE key = ?`,
    key,
  );
}

/** Which place may have a message, and when that place is asked about it next. */
export function noteWhereabouts(
  db: WriteDb,
  key: string,
  { mayBeAt, askAt }: { readonly mayBeAt: MessageSlot | null; readonly askAt: number | null },
): void {
  db.run('UPDATE outbox SET may_be_at = ?, ask_at = ? WHERE key = ?', mayBeAt, askAt, key);
}

/** Messages whose place is to be asked about them now, at most `most`. */
export function toBeAsked(db: ReadDb, now: number, most: number): readonly OutboxRow[] {
  return db
    .all<StoredRow>(
      `SELECT ${COLUMNS} WHERE o.ask_at IS NOT NULL AND o.ask_at <= ? ORDER BY o.ask_at LIMIT ?`,
      now,
      most,
    )
    .map(asRow);
}

/** A message by its key. */
export function outboxRow(db: ReadDb, key: string): OutboxRow | null {
  const row = db.get<StoredRow>(`SELECT ${COLUMNS} WHERE o.key = ?`, key);
  return row ? asRow(row) : null;
}

/** Looks again at `at` at a claim or a receipt that could not be recorded. */
export function putOffWait(db: WriteDb, key: string, at: number): void {
  db.run(
    `UPDATE outbox SET lease_until = CASE WHEN lease_until IS NULL THEN NULL ELSE ? END,
       receipt_due_at = CASE WHEN receipt_due_at IS NULL THEN NULL ELSE ? END WHERE key = ?`,
    at,
    at,
    key,
  );
}

/** Is it still worth sending: claimed by us and not cancelled since? Asked just before it leaves. */
export function isStillClaimed(db: ReadDb, key: string): boolean {
  return db.get<{ state: string }>('SELECT state FROM outbox WHERE key = ?', key)?.state === 'sending';
}

/** Messages whose lease ended without a result: the core died, or the gateway hung. What became of them is unknown. */
export function lapsedLeases(db: ReadDb, now: number): readonly OutboxRow[] {
  return db.all<StoredRow>(`SELECT ${COLUMNS} WHERE o.lease_until IS NOT NULL AND o.lease_until <= ?`, now).map(asRow);
}

/** Every claim, whatever its lease: after a start, nobody holds them any more. */
export function allLeases(db: ReadDb): readonly OutboxRow[] {
  return db.all<StoredRow>(`SELECT ${COLUMNS} WHERE o.lease_until IS NOT NULL`).map(asRow);
}

/** It was taken by a gateway that reports nothing: no receipt is waited for. */
export function awaitNoReceipt(db: WriteDb, key: string): void {
  db.run('UPDATE outbox SET receipt_due_at = NULL WHERE key = ?', key);
}
