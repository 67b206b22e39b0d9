import { once } from 'node:events';
import { type ResourceLimits, Worker } from 'node:worker_threads';

/** What one job may take before its thread is ended: a hung or a ravenous one must not stay beside the ladders. */
export type ThreadLimits = { readonly limitMs: number; readonly memory: ResourceLimits };

/** A thread that gave no answer. `tooLong`: it was ended at its limit. `ended`: it ended by itself, or ran out of memory. */
export class ThreadTrouble extends Error {
  readonly kind: 'tooLong' | 'ended';
  constructor(kind: ThreadTrouble['kind'], message: string) {
    super(message);
    this.name = 'ThreadTrouble';
    this.kind = kind;
  }
}

/**
 * Starts a worker thread with a job (its `workerData`), waits for the one message it posts, and for its end.
 *
 * @throws ThreadTrouble when it gives no answer; what the thread threw; a DataCloneError when the job cannot cross
 */
export async function answerOfThread<Answer>(
  entry: URL,
  job: unknown,
  { limitMs, memory }: ThreadLimits,
): Promise<Answer> {
  const worker = new Worker(entry, { workerData: job, resourceLimits: memory });
  const late = AbortSignal.timeout(limitMs);
  const isOver = new AbortController();
  const signal = AbortSignal.any([late, isOver.signal]);
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  try {
    const exit = once(worker, 'exit', { signal }).then(([code]) => {
      throw new ThreadTrouble('ended', `a thread ended without an answer (${code})`);
    });
    const [answer] = await Promise.race([once(worker, 'message', { signal }), exit]);
    // It has nothing left to do and ends by itself. Ended from outside while SQLite closes its files, a thread can take
    // the whole process with it.
    await Promise.race([ended, once(late, 'abort', { signal: isOver.signal })]);
    return answer as Answer; // the entry named by the caller posts nothing else
  } catch (error) {
    if (late.aborted) throw new ThreadTrouble('tooLong', `a thread took longer than ${limitMs / 1000} s`);
    throw error;
  } finally {
    isOver.abort();
    await worker.terminate();
  }
}
