import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * What two computers that share a key say to each other over an office network: a question that proves who asks, and an
 * answer that nobody else can read or make up, and that belongs to this question alone.
 */

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** Fresh for each question: long enough that none comes twice by chance. */
export const NONCE = /^[\w-]{22,64}$/;

/** A key as it is written down: 43 letters. */
export function newSharedKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

export function isSharedKey(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

export function newNonce(): string {
  return randomBytes(18).toString('base64url');
}

/** Proof that whoever asks has the key. */
export function proofOf(key: string, nonce: string): string {
  return createHmac('sha256', key).update(`ask ${nonce}`).digest('base64url');
}

export function isProof(key: string, nonce: string, given: string): boolean {
  const a = Buffer.from(proofOf(key, nonce));
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Seals a text as the answer to one question. */
export function seal(key: string, nonce: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, answerKey(key), iv).setAAD(Buffer.from(nonce));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text again; null where the key is another one, the answer is to another question, or it was tampered with. */
export function unseal(key: string, nonce: string, answer: string): string | null {
  const bytes = Buffer.from(answer, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, answerKey(key), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(nonce))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    // Node says it this way when the tag does not fit; what exactly was wrong is nobody's business.
    return null;
  }
}

function answerKey(key: string): Buffer {
  return createHmac('sha256', key).update('answer').digest();
}
