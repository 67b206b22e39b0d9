import type { Phone } from '#shared/contract';
import type { ReadDb, WriteDb } from './connection.ts';
import { appendLine, keepPersonal } from './log.ts';
import type { Bundle } from './outbox-claims.ts';
import { asRow, COLUMNS, type OutboxRow, type StoredRow } from './outbox-rows.ts';
import type { Author } from './tables.ts';

/** What goes to one phone: what it got lately, and what waits for it. */

/**
 * When texts left for a phone since then, those on their way as of now; several that were one text count once.
 *
 * @param besides purposes that do not count
 */
export function sentTo(
  db: ReadDb,
  toHash: string,
  { since, now, besides }: { readonly since: number; readonly now: number; readonly besides: readonly string[] },
): readonly number[] {
  const left = JSON.stringify(besides);
  return db
    .all<{ at: number }>(
      `SELECT max(at) AS at FROM (
         SELECT coalesce(bundle_key, key) AS sent, accepted_at AS at FROM outbox WHERE to_hash = ? AND accepted_at > ?
           AND purpose NOT IN (SELECT value FROM json_each(?))
         UNION ALL
         SELECT coalesce(bundle_key, key), CASE state WHEN 'sending' THEN ? ELSE queued_at END FROM outbox
         WHERE to_hash = ? AND accepted_at IS NULL AND state IN ('sending', 'unknown') AND queued_at > ?
           AND purpose NOT IN (SELECT value FROM json_each(?)))
       GROUP BY sent`,
      toHash,
      since,
      left,
      now,
      toHash,
      since,
      left,
    )
    .map((row) => row.at);
}

/**
 * Other texts of ladders that wait for this phone and may leave with one that leaves now, worst and oldest first: what is
 * due, what was held, and what the gateway did not take before, for it is being asked again anyway.
 */
export function waitingWith(
  db: ReadDb,
  { key, toHash }: OutboxRow,
  due: { readonly now: number; readonly lastLane: number; readonly limit: number },
): readonly OutboxRow[] {
  return db
    .all<StoredRow>(
      `SELECT ${COLUMNS} WHERE o.to_hash = ? AND o.key <> ? AND o.purpose = 'step' AND o.lane <= ? AND o.next_at IS NOT NULL
         AND (o.next_at <= ? OR o.state IN ('held', 'retrying')) AND o.state <> 'unknown' AND o.may_be_at IS NULL AND o.bound_slot IS NULL AND o.expires_at > ?
       ORDER BY o.lane, o.queued_at, o.key LIMIT ?`,
      toHash,
      key,
      due.lastLane,
      due.now,
      due.now,
      due.limit,
    )
    .map(asRow);
}

/** Keeps the one text that several leave as, with its line in the log: the incidents' own lines name it by its key. */
export function keepBundle(db: WriteDb, rows: readonly OutboxRow[], text: string, { at, by }: Author): Bundle {
  const keys = rows.map((row) => row.key);
  const key = keys[0] ?? '';
  const kept = keepPersonal(db, text);
  appendLine(db, null, { type: 'messagesBundled', v: 1, at, by, key, keys, text: kept.ref });
  return { key, textRef: kept.id, text };
}

/** The text that a message left in together with others; null where it left alone. */
export function bundleOf(db: ReadDb, { key, bundleKey, text }: OutboxRow): Bundle | null {
  const textRef = db.get<{ ref: number | null }>('SELECT bundle_ref AS ref FROM outbox WHERE key = ?', key)?.ref;
  return bundleKey === null || textRef == null ? null : { key: bundleKey, textRef, text };
}

/** Those that left in one text, whose answer was lost, and that are to leave again: they leave together, as they did. */
export function lostTogether(db: ReadDb, bundleKey: string, now: number): readonly OutboxRow[] {
  return db
    .all<StoredRow>(
      `SELECT ${COLUMNS} WHERE o.bundle_key = ? AND (o.state = 'unknown' OR o.may_be_at IS NOT NULL) AND o.next_at <= ? ORDER BY o.lane, o.queued_at, o.key`,
      bundleKey,
      now,
    )
    .map(asRow);
}

/** The messages that a gateway knows by one key: one, or all that left in one text. */
export function sentAs(db: ReadDb, key: string): readonly OutboxRow[] {
  return db.all<StoredRow>(`SELECT ${COLUMNS} WHERE o.key = ? OR o.bundle_key = ?`, key, key).map(asRow);
}

/** It waits until then whatever the log says of it: what could not be written down must not stay due. */
export function putOffDue(db: WriteDb, key: string, at: number): void {
  db.run('UPDATE outbox SET next_at = ? WHERE key = ? AND next_at IS NOT NULL AND next_at < ?', at, key, at);
}

export type PhoneMessage = {
  readonly id: string;
  readonly phone: Phone;
  readonly at: number;
  readonly fromDesk: boolean;
  readonly text: string;
  readonly purpose: string;
};

/** What every phone has received and sent since `since`, oldest first: for the phones drawn on screen. */
export function phoneMessages(db: ReadDb, since: number): readonly PhoneMessage[] {
  const rows = db.all<Omit<PhoneMessage, 'fromDesk'> & { fromDesk: number; turn: number }>(
    `SELECT coalesce(o.bundle_key, o.key) AS id, t.value AS phone, min(o.accepted_at) AS at, 1 AS fromDesk, x.value AS text, o.purpose,
            min(o.rowid) AS turn
       FROM outbox o JOIN personal t ON t.id = o.to_ref JOIN personal x ON x.id = coalesce(o.bundle_ref, o.text_ref)
       WHERE o.accepted_at >= ? GROUP BY coalesce(o.bundle_key, o.key)
     UNION ALL
     SELECT c.id, f.value, c.received_at, 0, x.value, 'reply', c.rowid
       FROM contact c JOIN personal f ON f.id = c.from_ref JOIN personal x ON x.id = c.text_ref WHERE c.channel = 'sms' AND c.received_at >= ?
     ORDER BY at, fromDesk, turn LIMIT 5000`,
    since,
    since,
  );
  // Of several in one moment, the one that was written first.
  return rows.map(({ turn: _, ...row }) => ({ ...row, fromDesk: row.fromDesk !== 0 }));
}
