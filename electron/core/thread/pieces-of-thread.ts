import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';
import { type ThreadLimits, ThreadTrouble } from './answer-of-thread.ts';
import { said } from './kept-thread.ts';

/** What the thread is asked for. `enough`: it ends. */
type Asked = 'next' | 'enough';

/**
 * Starts a worker thread with a job (its `workerData`) and takes what it makes of it piece by piece: each crosses only when
 * it is asked for, since a whole answer of ten thousand rows would hold the asking thread until it was read. `entry` calls
 * `servePieces`. Each piece has `limitMs`; whoever stops asking ends the thread.
 *
 * @throws ThreadTrouble when a piece does not come; what the thread threw; a DataCloneError when the job cannot cross
 */
export async function* piecesOfThread<Piece>(
  entry: URL,
  job: unknown,
  { limitMs, memory }: ThreadLimits,
): AsyncGenerator<Piece, void, void> {
  const worker = new Worker(entry, { workerData: job, resourceLimits: memory });
  let isGone = false;
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      isGone = true;
      resolve();
    });
  });
  // Heard by whoever waits for a piece; between two of them the next one is not to be had, and that is said below.
  worker.on('error', () => {});
  const ask = (what: Asked): void => worker.postMessage(what);
  try {
    for (;;) {
      if (isGone) throw new ThreadTrouble('ended', 'a thread ended before its last piece');
      ask('next');
      const piece = await said<IteratorResult<Piece, void>>(worker, limitMs, null);
      if (piece.done) return;
      yield piece.value;
    }
  } finally {
    ask('enough');
    // Ended from outside while SQLite closes its files, a thread can take the whole process with it.
    const isOver = new AbortController();
    await Promise.race([ended, once(AbortSignal.timeout(limitMs), 'abort', { signal: isOver.signal })]);
    isOver.abort();
    await worker.terminate();
  }
}

/** What the entry of such a thread does: makes each piece when it is asked for, and ends after the last. */
export function servePieces<Piece>(pieces: Iterator<Piece, void>): void {
  if (parentPort === null) throw new Error('this file is the entry of a worker thread and of nothing else');
  const port = parentPort;
  port.on('message', (asked: Asked) => {
    if (asked === 'enough') return port.close();
    const piece = pieces.next();
    port.postMessage({ answer: piece });
    if (piece.done) port.close();
  });
}
