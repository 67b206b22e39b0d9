import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Starts a worker thread and waits for the one message it posts.
 *
 * @throws when it fails or ends without an answer
 */
export async function answerOfWorker<Answer>(entry: URL, job: object): Promise<Answer> {
  const worker = new Worker(entry, { workerData: job });
  const ended = new AbortController();
  const { signal } = ended;
  try {
    const exit = once(worker, 'exit', { signal }).then(([code]) => {
      throw new Error(`a worker thread ended without an answer (${code})`);
    });
    const [answer] = await Promise.race([once(worker, 'message', { signal }), exit]);
    return answer as Answer; // the worker beside the caller posts nothing else
  } finally {
    ended.abort();
    await worker.terminate();
  }
}
