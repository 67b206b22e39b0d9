import { answerOfThread } from '#core/thread';
import { CHECK_LIMITS } from './verify-limits.ts';
import type { Anchor, VerifyResult } from './verify-lines.ts';

export type VerifyJob = { readonly folder: string; readonly anchor: Anchor | null };

/**
 * Checks the whole log of a data folder on a thread of its own, beside a running core: the chain, every personal value
 * against its fingerprint, and an anchor when one is given. A folder that cannot be read is an answer too, in plain words.
 *
 * @throws when the thread itself breaks: a bug, or no memory left
 */
export function verifyLog(folder: string, anchor: Anchor | null = null): Promise<VerifyResult> {
  const job: VerifyJob = { folder, anchor };
  return answerOfThread<VerifyResult>(new URL('./verify-worker.ts', import.meta.url), job, CHECK_LIMITS);
}
