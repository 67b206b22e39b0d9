import { answerOfThread, type ThreadLimits } from '#core/thread';
import { type ImportPlan, type PlanInput, refusedPlan } from './plan-types.ts';
import { reasons } from './reasons.ts';

/** Far beyond the two seconds a full file takes, so that only a hung thread meets it. */
const LIMITS: ThreadLimits = { limitMs: 60_000, memory: { maxOldGenerationSizeMb: 1_024 } };

/**
 * `planImport` on a worker thread, so that a large file never delays a ladder on the core's own. Never rejects: a
 * thread that fails, runs out of memory or takes longer than a minute becomes a plan with a `fileError`.
 */
export async function runImportPlan(input: PlanInput): Promise<ImportPlan> {
  try {
    return await answerOfThread<ImportPlan>(new URL('./import-worker.ts', import.meta.url), input, LIMITS);
  } catch {
    // Whatever broke, the person importing can only do one thing about it, and the sentence says which.
    return refusedPlan(input.kind === 'auto' ? null : input.kind, reasons.workerFailed);
  }
}
