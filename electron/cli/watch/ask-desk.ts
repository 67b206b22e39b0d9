import { newNonce, proofOf, unseal } from '#core/guard';
import { WatchAnswer } from '#shared/contract';

const LIMIT_MS = 5_000;
/** Twenty places and a few people; more is no answer of a desk. */
const MOST_BYTES = 64 * 1024;

/** Where the desk is, and the key it shares with us. */
export type WatchedDesk = { readonly url: string; readonly key: string };

/** Asks the desk once how it is. Null: no answer in time, or none that only the desk can have given. Never rejects. */
export async function askDesk({ url, key }: WatchedDesk): Promise<WatchAnswer | null> {
  const nonce = newNonce();
  const address = new URL('/watch', url);
  address.search = new URLSearchParams({ nonce, proof: proofOf(key, nonce) }).toString();
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(LIMIT_MS) });
    const sealed = response.ok ? await textOf(response) : null;
    const opened = sealed === null ? null : unseal(key, nonce, sealed);
    return opened === null ? null : (WatchAnswer.safeParse(JSON.parse(opened)).data ?? null);
  } catch {
    // Refused, reset, too late or rubbish: whatever it was, the desk has not answered.
    return null;
  }
}

/** The body; null when it is longer than an answer can be. */
async function textOf(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
