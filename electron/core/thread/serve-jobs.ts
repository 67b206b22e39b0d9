import { parentPort } from 'node:worker_threads';

/** What the entry of a kept thread does: says that it has loaded, then answers one job after the other. */
export function serveJobs<Job, Answer>(work: (job: Job) => Answer | Promise<Answer>): void {
  if (parentPort === null) throw new Error('this file is the entry of a worker thread and of nothing else');
  const port = parentPort;
  port.on('message', async (job: Job) => {
    try {
      port.postMessage({ answer: await work(job) });
    } catch (error) {
      port.postMessage({ error });
    }
  });
  port.postMessage({ answer: null });
}
