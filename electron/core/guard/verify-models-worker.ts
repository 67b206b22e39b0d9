import { parentPort, workerData } from 'node:worker_threads';
import { asTrouble, openForChecking, type RebuildResult, rebuildCheck, StoreTrouble } from '#core/store';
import type { VerifyModelsJob } from './verify-models.ts';

/** Entry of the worker thread: one folder in, one result out. Started by `verifyReadModels` only. */

if (parentPort === null) throw new Error('verify-models-worker runs in a worker thread; call verifyReadModels instead');
const { folder } = workerData as VerifyModelsJob; // given by verifyReadModels and nobody else
const post = parentPort.postMessage.bind(parentPort);
try {
  post({ ok: true, ...check() });
} catch (error) {
  const trouble = asTrouble(error, folder);
  if (!(trouble instanceof StoreTrouble)) throw trouble;
  post({ ok: false, reason: trouble.sentence });
}

function check(): RebuildResult {
  const { connection, close } = openForChecking(folder);
  try {
    return rebuildCheck(connection);
  } finally {
    close();
  }
}
