import { answerOfThread, type ThreadLimits, ThreadTrouble } from '#core/thread';
import type { BenchInput, BenchResult } from '#shared/contract';

export type BenchJob = { readonly folder: string; readonly input: BenchInput };

/** Five thousand texts judged twice take some seconds, on a slow machine minutes; a hung thread ends all the same. */
const LIMITS: ThreadLimits = { limitMs: 10 * 60_000, memory: { maxOldGenerationSizeMb: 512 } };

/**
 * Judges texts on a thread of its own, beside a running core, so that no ladder waits for it. Nothing is written or kept.
 * Null where the thread gave no answer within its limits of time and memory.
 */
export async function runTriageBench(folder: string, input: BenchInput): Promise<BenchResult | null> {
  const job: BenchJob = { folder, input };
  try {
    return await answerOfThread<BenchResult>(new URL('./triage-bench-worker.ts', import.meta.url), job, LIMITS);
  } catch (error) {
    if (error instanceof ThreadTrouble || isOutOfMemory(error)) return null;
    throw error;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
