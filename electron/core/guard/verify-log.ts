import type { Anchor, VerifyResult } from './verify-lines.ts';
import { answerOfWorker } from './verify-thread.ts';

export type VerifyJob = { readonly folder: string; readonly anchor: Anchor | null };

/**
 * Checks the whole log of a data folder on a thread of its own, beside a running core: the chain, every personal value
 * against its fingerprint, and an anchor when one is given. A folder that cannot be read is an answer too, in plain words.
 *
 * @throws when the thread itself breaks: a bug, or no memory left
 */
export function verifyLog(folder: string, anchor: Anchor | null = null): Promise<VerifyResult> {
  return answerOfWorker<VerifyResult>(new URL('./verify-worker.ts', import.meta.url), {
    folder,
    anchor,
  } satisfies VerifyJob);
}
