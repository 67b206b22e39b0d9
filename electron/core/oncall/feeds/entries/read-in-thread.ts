import { calendarThread } from '../../calendar-file/index.ts';
import type { SheetReading } from '../sheet/table.ts';

/** `readEntries` within the limits of a thread: what strangers write takes no time of the ladders. */
export const readEntriesInThread = calendarThread<SheetReading>(new URL('./entries-worker.ts', import.meta.url));
