import type { RebuildResult } from '#core/store';
import type { BothLanguages } from '#shared/contract';
import { answerOfWorker } from './verify-thread.ts';

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
  return answerOfWorker<ModelsResult>(new URL('./verify-models-worker.ts', import.meta.url), {
    folder,
  } satisfies VerifyModelsJob);
}
