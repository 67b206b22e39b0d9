import { serveJobs } from '#core/thread';
import type { SheetJob } from './read-in-thread.ts';
import { readSheet } from './read-sheet.ts';

/** Entry of the worker thread: a sheet in, its reading out. Started by `readSheetInThread` only. */

serveJobs(({ bytes, window }: SheetJob) => readSheet(bytes, window));
