import { parentPort, workerData } from 'node:worker_threads';
import { allLines, asTrouble, openForReading, personalRows, StoreTrouble } from '#core/store';
import { type VerifyResult, verifyLines } from './verify-lines.ts';
import type { VerifyJob } from './verify-log.ts';

/** Entry of the worker thread: one folder in, one result out. Started by `verifyLog` only. */

if (parentPort === null) throw new Error('verify-worker runs in a worker thread; call verifyLog instead');
const { folder, anchor } = workerData as VerifyJob; // given by verifyLog and nobody else
const post = parentPort.postMessage.bind(parentPort);
try {
  post(check());
} catch (error) {
  const trouble = asTrouble(error, folder);
  if (!(trouble instanceof StoreTrouble)) throw trouble;
  post({ ok: false, seq: null, reason: trouble.sentence });
}

function check(): VerifyResult {
  const { read, close } = openForReading(folder);
  try {
    return verifyLines(allLines(read), (ids) => personalRows(read, ids), anchor);
  } finally {
    close();
  }
}
