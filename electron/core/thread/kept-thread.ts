import { once } from 'node:events';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { ThreadTrouble } from './answer-of-thread.ts';

/** What one job of a kept thread may take. */
export type JobLimits = {
  /** By the clock, once the thread has it. */
  readonly limitMs: number;
  readonly memory: ResourceLimits;
  /** Of processor time: a thread that others keep waiting has not asked for too much. */
  readonly workMs: number;
};

/** How long loading may take. */
const START_MS = 30_000;
/** A thread that nobody has asked for so long is ended. */
const IDLE_MS = 5 * 60_000;

type Kept = { readonly worker: Worker; isGone: boolean };
type Said<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/**
 * A thread that stays for the next job, because loading takes longer than the work, and because each end of a thread that
 * has run much code is a small danger to the whole process in the V8 of this Node. Jobs wait for each other. One that breaks
 * a limit costs the thread; the next job gets a new one. `entry` calls `serveJobs`. It keeps no process alive.
 *
 * @throws ThreadTrouble when a job gets no answer; what the job threw; a DataCloneError when it cannot cross
 */
export function keptThread<Job, Answer>(entry: URL, limits: JobLimits): (job: Job) => Promise<Answer> {
  let kept: Kept | null = null;
  let jobs = 0;
  let last: Promise<unknown> = Promise.resolve();

  const started = async (): Promise<Kept> => {
    if (kept && !kept.isGone) return kept;
    const worker = new Worker(entry, { resourceLimits: limits.memory });
    const fresh: Kept = { worker, isGone: false };
    worker.once('exit', () => {
      fresh.isGone = true;
    });
    // Heard by whoever waits for the answer; between two jobs by nobody, and then the next job gets another thread.
    worker.on('error', () => {});
    await said<null>(worker, START_MS, null);
    kept = fresh;
    return fresh;
  };

  const drop = async (gone: Kept | null): Promise<void> => {
    kept = null;
    if (gone && !gone.isGone) await gone.worker.terminate();
  };

  /** Keeps no process alive either. */
  const endWhenIdle = (after: number): void => {
    AbortSignal.timeout(IDLE_MS).addEventListener('abort', () => {
      if (jobs === after) void drop(kept);
    });
  };

  const run = async (job: Job): Promise<Answer> => {
    jobs += 1;
    const { worker } = await started();
    worker.ref();
    try {
      worker.postMessage(job);
      const answered = await said<Answer>(worker, limits.limitMs, limits.workMs);
      worker.unref();
      endWhenIdle(jobs);
      return answered;
    } catch (error) {
      await drop(kept);
      throw error;
    }
  };

  return (job) => {
    const answer = last.then(() => run(job));
    last = answer.catch(() => undefined);
    return answer;
  };
}

/** The next thing a thread says, within its limits. */
export async function said<Answer>(worker: Worker, limitMs: number, workMs: number | null): Promise<Answer> {
  const isOver = new AbortController();
  const { signal } = isOver;
  const late = AbortSignal.timeout(limitMs);
  const tooLate = once(late, 'abort', { signal }).then(() => {
    throw new ThreadTrouble('tooLong', `a thread took longer than ${limitMs / 1000} s`);
  });
  const ended = once(worker, 'exit', { signal }).then(([code]) => {
    throw new ThreadTrouble('ended', `a thread ended without an answer (${code})`);
  });
  const all: Promise<unknown>[] = [once(worker, 'message', { signal }), tooLate, ended];
  if (workMs !== null) all.push(overworked(worker, workMs, signal));
  // Whichever is first decides; the others are let go of below, and end in an error that is nobody's.
  for (const each of all) each.catch(() => undefined);
  try {
    const [message] = (await Promise.race(all)) as [Said<Answer>]; // only a message resolves
    if ('error' in message) throw message.error;
    return message.answer;
  } finally {
    isOver.abort();
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
