import { type Author, allRows, getRow, getSecret, putSecret, type ReadDb, type WriteDb } from '#core/store';
import type { Feed, FeedInput } from '#shared/contract';
import { isSameServer, placeOf } from './addresses.ts';
import type { Source } from './asked.ts';

/** Where a live calendar is and what opens it: secrets, both of them. Written once, never shown. */

const addressId = (feedId: string): string => `feed.${feedId}.address`;
const passwordId = (feedId: string): string => `feed.${feedId}.password`;
export const secretIds = (feedId: string): readonly string[] => [addressId(feedId), passwordId(feedId)];

/** A live calendar as stored; null when it is not there. */
export function storedSource(db: ReadDb, feedId: string): Source | null {
  const feed = getRow(db, 'feed', feedId);
  if (!feed) return null;
  return {
    kind: feed.kind,
    username: feed.username,
    address: getSecret(db, addressId(feedId)) ?? '',
    password: getSecret(db, passwordId(feedId)) ?? '',
  };
}

/** Another live calendar that is where this one is. */
export function feedAt(db: ReadDb, source: Source, feedId: string): Feed | null {
  const place = placeOf(source);
  const isThere = ({ id }: Feed): boolean => {
    const stored = id === feedId ? null : storedSource(db, id);
    return stored !== null && placeOf(stored) === place;
  };
  return allRows(db, 'feed').find(isThere) ?? null;
}

/** What was entered, with what is stored where a field was left empty. A password goes to the server it was entered for, and to no other. */
export function enteredSource(db: ReadDb, { id, kind, username, address, password }: FeedInput): Source {
  const stored = id === null ? null : storedSource(db, id);
  const kept = stored && (address === '' || isSameServer(address, stored.address)) ? stored.password : '';
  return { kind, username, address: address || (stored?.address ?? ''), password: password || kept };
}

/** Writes down where it is; an empty password is one that is not needed. */
export function keepSource(db: WriteDb, feedId: string, { address, password }: Source, author: Author): void {
  putSecret(db, addressId(feedId), address, author);
  putSecret(db, passwordId(feedId), password, author);
}

export function hasPassword(db: ReadDb, feedId: string): boolean {
  return (getSecret(db, passwordId(feedId)) ?? '') !== '';
}
