import { parentPort, workerData } from 'node:worker_threads';
import type { CalendarJob } from '../../calendar-file/index.ts';
import { readEntries } from './entries.ts';

/** Entry of the worker thread: one calendar in, its entries out. Started by `readEntriesInThread` only. */

if (parentPort === null) throw new Error('entries-worker runs in a worker thread; call readEntriesInThread instead');
const { calendar, window } = workerData as CalendarJob; // given by calendarThread and nobody else
// It has loaded: only now its time begins.
parentPort.postMessage(null);
parentPort.postMessage(readEntries(calendar, window));
