import { parentPort, workerData } from 'node:worker_threads';
import { readCalendar } from './read-calendar.ts';
import type { CalendarJob } from './read-in-thread.ts';

/** Entry of the worker thread: one calendar in, one reading out, after the word that all is loaded. Started by `readCalendarInThread` only. */

if (parentPort === null) throw new Error('calendar-worker runs in a worker thread; call readCalendarInThread instead');
const { calendar, window } = workerData as CalendarJob; // given by readCalendarInThread and nobody else
parentPort.postMessage('loaded');
parentPort.postMessage(readCalendar(calendar, window));
