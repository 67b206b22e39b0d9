import { isAbsolute, posix, win32 } from 'node:path';
import type { Feed } from '#shared/contract';
import type { Source } from './asked.ts';
import { type FeedTrouble, troubles } from './feed-trouble.ts';

export type FeedKind = Feed['kind'];

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The address of a calendar or sheet on a server; null when it is none. `webcal:` is what calendar programs call https. */
export function linkOf(address: string): URL | null {
  const url = URL.parse(address.trim().replace(/^webcals?:\/\//i, 'https://'));
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null;
}

/** Whether an address can be one of this kind; null when it can. */
export function addressTrouble(kind: FeedKind, address: string): FeedTrouble | null {
  if (kind === 'sheetFile') {
    const path = address.trim();
    if (!isAbsolute(path)) return troubles.badPath;
    return fileNameOf(path).startsWith('~$') ? troubles.lockFile : null;
  }
  const url = linkOf(address);
  if (!url) return troubles.badAddress;
  // On this computer nobody listens in.
  const isOpen = kind === 'csvLink' && url.protocol === 'http:' && !LOOPBACK.test(url.hostname);
  return isOpen ? troubles.notEncrypted : null;
}

/** What may be shown of an address: the host, or the file's name. */
export function whereOf(kind: FeedKind, address: string): string {
  return kind === 'sheetFile' ? fileNameOf(address.trim()) : (linkOf(address)?.host ?? '');
}

/** The same for two that ask the same calendar with the same name, however the address is written. */
export function placeOf({ kind, address, username }: Pick<Source, 'kind' | 'address' | 'username'>): string {
  const where = kind === 'sheetFile' ? address.trim() : (linkOf(address)?.href ?? address.trim());
  return JSON.stringify([where, username]);
}

/** Whether a password for the one may be sent to the other. */
export function isSameServer(one: string, other: string): boolean {
  const origins = [one, other].map((each) => linkOf(each)?.origin);
  return origins[0] !== undefined && origins[0] === origins[1];
}

/** Of a path of either kind of system: a rota may be written down on one and read on the other. */
function fileNameOf(path: string): string {
  return path.includes('\\') ? win32.basename(path) : posix.basename(path);
}
