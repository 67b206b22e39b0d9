import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from '#core/store';
import { bench } from './bench.ts';
import type { BenchJob } from './run-bench.ts';

/** Entry of the worker thread: one folder and one question in, one result out. Started by `runTriageBench` only. */

if (parentPort === null) throw new Error('triage-bench-worker runs in a worker thread; call runTriageBench instead');
const { folder, input } = workerData as BenchJob; // given by runTriageBench and nobody else
const { read, close } = openForReading(folder);
try {
  parentPort.postMessage(bench(read, input, () => performance.now()));
} finally {
  close();
}
