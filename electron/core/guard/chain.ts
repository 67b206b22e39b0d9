import { hash } from 'node:crypto';

/** The `prev` of the very first log line, where there is no hash before it. */
export const CHAIN_START = '0'.repeat(64);

/** What a SHA-256 looks like wherever the log or a document shows one. */
export const HASH_PATTERN = /^[0-9a-f]{64}$/;

/**
 * The hash of one log line: SHA-256 over the previous hash (64 hex characters, as text) followed by the payload.
 *
 * @param previousHash hex hash of the line before, or `CHAIN_START`
 * @param payload the text exactly as stored; never re-serialised, or an old line would stop matching
 * @returns 64 lower-case hex characters
 */
export function chainHash(previousHash: string, payload: string): string {
  return hash('sha256', previousHash + payload);
}

/**
 * A salt: 16 random bytes in hex. Salt and value are hashed one after the other, so a salt of any other length could lend
 * its last characters to the value and still match.
 */
export const SALT_PATTERN = /^[0-9a-f]{32}$/;

/**
 * The fingerprint that stands in the log for a personal value. The salt keeps short values (a phone number) from being
 * guessed by trying them all once the value itself was redacted.
 *
 * @param salt as `SALT_PATTERN`, unique to the value
 * @returns 64 lower-case hex characters
 */
export function personalHash(salt: string, value: string): string {
  return hash('sha256', salt + value);
}
