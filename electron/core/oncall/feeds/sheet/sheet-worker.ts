import { parentPort, workerData } from 'node:worker_threads';
import type { SheetJob } from './read-in-thread.ts';
import { readSheet } from './read-sheet.ts';

/** Entry of the worker thread: one sheet in, one reading out. Started by `readSheetInThread` only. */

if (parentPort === null) throw new Error('sheet-worker runs in a worker thread; call readSheetInThread instead');
const { bytes, window } = workerData as SheetJob; // given by readSheetInThread and nobody else
// It has loaded: only now its time begins.
parentPort.postMessage(null);
parentPort.postMessage(await readSheet(bytes, window));
