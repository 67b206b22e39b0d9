import { createHash } from 'node:crypto';
import type { Phone } from '#shared/contract';
import type { ReadDb } from './connection.ts';
import { getSecret } from './secrets.ts';

/** A phone without its number. The salt is the folder's own, so that no list of numbers fits two desks. */
export function phoneHash(db: ReadDb, phone: Phone): string {
  return createHash('sha256')
    .update(`${getSecret(db, 'outbox.salt') ?? ''}:${phone}`)
    .digest('hex');
}
