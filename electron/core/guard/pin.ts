import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, Buffer>(scrypt);
const KEY_BYTES = 32;
/** The first wrong PINs cost nothing; from then on each doubles the wait, up to a minute. Slows, never locks. */
const FREE_TRIES = 3;
const LONGEST_WAIT_MS = 60_000;

/** What is kept of a PIN. */
export type PinHash = { readonly salt: string; readonly hash: string };

/** Derives what is stored of a PIN or passphrase, by scrypt with Node's defaults (N 16384, r 8, p 1). */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: (await derive(pin.normalize('NFKC'), salt, KEY_BYTES)).toString('hex') };
}

/** Whether a PIN is the one that was stored. Takes the same time either way. */
export async function isPin(pin: string, stored: PinHash): Promise<boolean> {
  const asked = await derive(pin.normalize('NFKC'), stored.salt, KEY_BYTES);
  return timingSafeEqual(asked, Buffer.from(stored.hash, 'hex'));
}

/** How long to wait after so many wrong PINs in a row, in ms. */
export function waitAfterWrong(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (wrong - FREE_TRIES));
}
