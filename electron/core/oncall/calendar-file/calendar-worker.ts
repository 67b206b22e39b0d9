import { serveJobs } from '#core/thread';
import { readCalendar } from './read-calendar.ts';
import type { CalendarJob } from './read-in-thread.ts';

/** Entry of the worker thread: a calendar in, its reading out. Started by `readCalendarInThread` only. */

serveJobs(({ calendar, window }: CalendarJob) => readCalendar(calendar, window));
