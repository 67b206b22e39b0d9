import type { Instant } from '#shared/contract';
import type { ReadDb } from './connection.ts';
import { asRow, COLUMNS, type OutboxRow, type StoredRow } from './outbox-rows.ts';
import { phoneHash } from './phone-hash.ts';

/** The outbox as a person looks at it. */

export type ListedRow = OutboxRow & {
  readonly reason: string | null;
  readonly nextAt: Instant | null;
  readonly gateway: string | null;
  readonly incidentNumber: number | null;
};

const LISTED = `o.reason, o.next_at AS nextAt, o.gateway, (SELECT i.number FROM incident i WHERE i.id = o.incident_id) AS incidentNumber,
  ${COLUMNS}`;
const WHERE = {
  waiting: `(o.next_at IS NOT NULL OR o.lease_until IS NOT NULL) AND o.queued_at <= ? ORDER BY o.lane, o.queued_at`,
  trouble: `o.queued_at >= ? AND (o.state IN ('failed', 'expired', 'unconfirmed', 'retrying') OR o.state = 'unknown') ORDER BY o.queued_at DESC`,
  all: 'o.queued_at >= ? ORDER BY o.queued_at DESC',
} as const;

type Stored = StoredRow & Omit<ListedRow, keyof OutboxRow>;

/** `waiting`: those due or on their way, `at` being now and later; else those written at `at` or later. */
export function listOutbox(
  db: ReadDb,
  { filter, at, most }: { readonly filter: keyof typeof WHERE; readonly at: Instant; readonly most: number },
): readonly ListedRow[] {
  return db.all<Stored>(`SELECT ${LISTED} WHERE ${WHERE[filter]} LIMIT ?`, at, most).map(listed);
}

export function listedRow(db: ReadDb, key: string): ListedRow | null {
  const row = db.get<Stored>(`SELECT ${LISTED} WHERE o.key = ?`, key);
  return row ? listed(row) : null;
}

function listed({ reason, nextAt, gateway, incidentNumber, ...row }: Stored): ListedRow {
  return { ...asRow(row), reason, nextAt, gateway, incidentNumber };
}

/** How many messages wait to leave, and of how many one place may have but has not said so. */
export function waitingAt(db: ReadDb, slot: string): { readonly queued: number; readonly unknown: number } {
  const row = db.get<{ queued: number; unknown: number }>(
    `SELECT (SELECT count(*) FROM outbox WHERE purpose <> 'call' AND (next_at IS NOT NULL OR lease_until IS NOT NULL)) AS queued,
       (SELECT count(*) FROM outbox WHERE may_be_at = ?) AS unknown`,
    slot,
  );
  return row ?? { queued: 0, unknown: 0 };
}

/** What a phone got lately, best first: a receipt, one under way, one that failed. */
type Reached = { readonly state: 'received' | 'sent' | 'failed'; readonly at: Instant };

/** Whether a phone received any text since `since`, or else was tested since; null where neither is so. */
export function reachedSince(db: ReadDb, phone: string, since: Instant): Reached | null {
  const hash = phoneHash(db, phone);
  const received = db.get<{ at: number | null }>(
    `SELECT max(accepted_at) AS at FROM outbox WHERE to_hash = ? AND accepted_at >= ? AND state = 'delivered'`,
    hash,
    since,
  );
  if (received?.at != null) return { state: 'received', at: received.at };
  const test = db.get<{ state: string; at: number }>(
    `SELECT state, queued_at AS at FROM outbox WHERE to_hash = ? AND purpose = 'test' AND queued_at >= ? ORDER BY queued_at DESC LIMIT 1`,
    hash,
    since,
  );
  if (!test) return null;
  const isLost = test.state === 'failed' || test.state === 'expired';
  return { state: isLost ? 'failed' : 'sent', at: test.at };
}

/** Whether a test was sent to a phone since then: its reply is about nothing else. */
export function wasTestedSince(db: ReadDb, phone: string, since: Instant): boolean {
  return (
    db.get(
      `SELECT 1 FROM outbox WHERE to_hash = ? AND purpose = 'test' AND accepted_at >= ? LIMIT 1`,
      phoneHash(db, phone),
      since,
    ) !== undefined
  );
}

/** The first text that came from a phone since then. */
export function firstTextFrom(
  db: ReadDb,
  phone: string,
  since: Instant,
): { readonly text: string; readonly at: Instant } | null {
  const row = db.get<{ text: string; at: number }>(
    `SELECT x.value AS text, c.received_at AS at FROM contact c JOIN personal f ON f.id = c.from_ref JOIN personal x ON x.id = c.text_ref
     WHERE c.channel = 'sms' AND c.received_at >= ? AND f.value = ? ORDER BY c.received_at LIMIT 1`,
    since,
    phone,
  );
  return row ?? null;
}
