import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type ImportPlan, type PlanInput, refusedPlan } from './plan-types.ts';
import { reasons } from './reasons.ts';

/** Far beyond the two seconds a full file takes, so that only a hung thread meets it. */
const LIMIT_MS = 60_000;
const MEMORY_LIMIT_MB = 1_024;

/**
 * `planImport` on a worker thread, so that a large file never delays a ladder on the core's own. Never rejects: a
 * thread that fails, runs out of memory or takes longer than a minute becomes a plan with a `fileError`.
 */
export async function runImportPlan(input: PlanInput): Promise<ImportPlan> {
  const entry = import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js';
  let worker: Worker | null = null;
  try {
    worker = new Worker(new URL(entry, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    // First: it throws when the input cannot cross, and then nothing must be left waiting.
    worker.postMessage(input);
    const signal = AbortSignal.timeout(LIMIT_MS);
    const answer = once(worker, 'message', { signal });
    const exit = once(worker, 'exit', { signal }).then(() => {
      throw new Error('the import thread ended without an answer');
    });
    const [plan] = await Promise.race([answer, exit]);
    return plan;
  } catch {
    // Whatever broke, the person importing can only do one thing about it, and the sentence says which.
    return refusedPlan(input.kind === 'auto' ? null : input.kind, reasons.workerFailed);
  } finally {
    await worker?.terminate();
  }
}
