import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, ScryptOptions, Buffer>(scrypt);
const KEY_BYTES = 32;
/** Scrypt's N: Node's default. Nobody waits for it, and who tries them all does. */
const COST = 16_384;
/** For a PIN that stands on the screen: there is nothing to find out. */
const SHOWN_COST = 16;
/** Before the salt of one that was derived at that cost. */
const SHOWN = 'shown:';
/** The first wrong PINs cost nothing; from then on each doubles the wait, up to a minute. Slows, never locks. */
const FREE_TRIES = 3;
const LONGEST_WAIT_MS = 60_000;

/** What is kept of a PIN. */
export type PinHash = { readonly salt: string; readonly hash: string };

/** Derives what is stored of a PIN or passphrase, by scrypt (N 16384, r 8, p 1; `isShown`, as the demo's are: N 16). */
export async function hashPin(pin: string, isShown = false): Promise<PinHash> {
  const salt = `${isShown ? SHOWN : ''}${randomBytes(16).toString('hex')}`;
  return { salt, hash: (await derived(pin, salt)).toString('hex') };
}

/** Whether a PIN is the one that was stored. Takes the same time either way. */
export async function isPin(pin: string, stored: PinHash): Promise<boolean> {
  return timingSafeEqual(await derived(pin, stored.salt), Buffer.from(stored.hash, 'hex'));
}

function derived(pin: string, salt: string): Promise<Buffer> {
  return derive(pin.normalize('NFKC'), salt, KEY_BYTES, { N: salt.startsWith(SHOWN) ? SHOWN_COST : COST });
}

/** How long to wait after so many wrong PINs in a row, in ms. */
export function waitAfterWrong(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (wrong - FREE_TRIES));
}
