import type { RebuildResult } from '#core/store';
import { answerOfThread } from '#core/thread';
import type { BothLanguages } from '#shared/contract';
import { CHECK_LIMITS } from './verify-limits.ts';

export type VerifyModelsJob = { readonly folder: string };
export type ModelsResult =
  | ({ readonly ok: true } & RebuildResult)
  | { readonly ok: false; readonly reason: BothLanguages };

/**
 * Folds every incident again from the log, on a thread of its own, and compares with what is stored. Nothing is written.
 *
 * @throws when the thread itself breaks: a bug, or no memory left
 */
export function verifyReadModels(folder: string): Promise<ModelsResult> {
  const job: VerifyModelsJob = { folder };
  return answerOfThread<ModelsResult>(new URL('./verify-models-worker.ts', import.meta.url), job, CHECK_LIMITS);
}
