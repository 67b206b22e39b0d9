import type { Instant, MessageSlot } from '#shared/contract';
import type { ReadDb, WriteDb } from './connection.ts';

/** When each place for a gateway last took a message and last brought one: figures for Settings, no facts of the log. */
export type GatewayMark = { readonly lastSuccessAt: Instant | null; readonly lastInboundAt: Instant | null };

const NEVER: GatewayMark = { lastSuccessAt: null, lastInboundAt: null };

export function gatewayMark(db: ReadDb, slot: MessageSlot): GatewayMark {
  const mark = db.get<GatewayMark>(
    'SELECT last_success_at AS lastSuccessAt, last_inbound_at AS lastInboundAt FROM gateway_mark WHERE slot = ?',
    slot,
  );
  return mark ?? NEVER;
}

export function markSuccess(db: WriteDb, slot: MessageSlot, at: Instant): void {
  db.run(
    'INSERT INTO gateway_mark (slot, last_success_at) VALUES (?, ?) ON CONFLICT (slot) DO UPDATE SET last_success_at = excluded.last_success_at',
    slot,
    at,
  );
}

export function markInbound(db: WriteDb, slot: MessageSlot, at: Instant): void {
  db.run(
    'INSERT INTO gateway_mark (slot, last_inbound_at) VALUES (?, ?) ON CONFLICT (slot) DO UPDATE SET last_inbound_at = excluded.last_inbound_at',
    slot,
    at,
  );
}

/**
 * Another gateway stands there now: what the one before did says nothing of it, and it knows nothing of what the one before
 * may have. Whatever of that is sent again may arrive twice.
 */
export function forgetPlace(db: WriteDb, slot: MessageSlot): void {
  db.run('DELETE FROM gateway_mark WHERE slot = ?', slot);
  db.run('UPDATE outbox SET may_be_at = NULL, ask_at = NULL, is_possibly_twice = 1 WHERE may_be_at = ?', slot);
}
