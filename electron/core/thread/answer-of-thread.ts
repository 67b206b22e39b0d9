import { on, once } from 'node:events';
import { type ResourceLimits, Worker } from 'node:worker_threads';

/** What one job may take before its thread is ended: a hung or a ravenous one must not stay beside the ladders. */
export type ThreadLimits = {
  readonly limitMs: number;
  readonly memory: ResourceLimits;
  /**
   * A short limit, which is of processor time: a thread that others keep waiting has not asked for too much. It begins when
   * the thread has loaded what it needs; its entry posts one message then, at the latest after `startMs`.
   */
  readonly work?: { readonly ms: number; readonly startMs: number };
};

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
  { limitMs, memory, work }: ThreadLimits,
): Promise<Answer> {
  const worker = new Worker(entry, { workerData: job, resourceLimits: memory });
  const isOver = new AbortController();
  const ended = new Promise<number>((resolve) => worker.once('exit', resolve));
  // Kept from the first on: a thread that is quick posts the next before anybody waits for it.
  const messages = on(worker, 'message', { close: ['exit'], signal: isOver.signal });
  const next = async (late: AbortSignal, ms: number): Promise<unknown> => {
    const tooLate = once(late, 'abort', { signal: isOver.signal }).then(() => {
      throw new ThreadTrouble('tooLong', `a thread took longer than ${ms / 1000} s`);
    });
    const message = await Promise.race([messages.next(), tooLate]);
    if (message.done) throw new ThreadTrouble('ended', `a thread ended without an answer (${await ended})`);
    return message.value[0];
  };
  try {
    if (work) await next(AbortSignal.timeout(work.startMs), work.startMs);
    const late = AbortSignal.timeout(limitMs);
    const answered = next(late, limitMs);
    const answer = await (work ? Promise.race([answered, overworked(worker, work.ms, isOver.signal)]) : answered);
    // It has nothing left to do and ends by itself. Ended from outside while SQLite closes its files, a thread can take
    // the whole process with it.
    await Promise.race([ended, once(late, 'abort', { signal: isOver.signal })]);
    return answer as Answer; // the entry named by the caller posts nothing else
  } finally {
    isOver.abort();
    await worker.terminate();
  }
}

/** Rejects once the thread has worked for longer than it may; resolves never. */
async function overworked(worker: Worker, workMs: number, isOver: AbortSignal): Promise<never> {
  const workedMs = async (): Promise<number> => {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  };
  try {
    const before = await workedMs();
    // No thread works for longer than time passes, so that what is left can be slept through.
    for (let left = workMs; left > 0; left = before + workMs - (await workedMs()))
      await once(AbortSignal.timeout(Math.ceil(left)), 'abort', { signal: isOver });
  } catch {
    return new Promise(() => {}); // it has ended, or has answered: there is nothing left to watch
  }
  throw new ThreadTrouble('tooLong', `a thread worked longer than ${workMs / 1000} s`);
}
