import { serveJobs } from '#core/thread';
import type { CalendarJob } from '../../calendar-file/index.ts';
import { readEntries } from './entries.ts';

/** Entry of the worker thread: a calendar in, its entries out. Started by `readEntriesInThread` only. */

serveJobs(({ calendar, window }: CalendarJob) => readEntries(calendar, window));
