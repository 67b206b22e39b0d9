import { answerOfThread, type ThreadLimits, ThreadTrouble } from '#core/thread';
import type { CalendarReading, CalendarWindow } from './calendar-reading.ts';
import { isTooLarge } from './content-lines.ts';
import { reasons } from './reasons.ts';

export type CalendarJob = { readonly calendar: string | Uint8Array; readonly window: CalendarWindow };

const LIMITS: ThreadLimits = {
  work: { ms: 2_000, startMs: 30_000 },
  limitMs: 10_000,
  memory: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 },
};

/** `readCalendar` on a thread of its own: see `calendarThread`. */
export function readCalendarInThread(calendar: string | Uint8Array, window: CalendarWindow): Promise<CalendarReading> {
  return calendarThread<CalendarReading>(new URL('./calendar-worker.ts', import.meta.url), calendar, window);
}

/**
 * Reads a calendar on a thread of its own: what a stranger wrote into a calendar may take two seconds and 200 MB, and no
 * ladder waits for it. Bytes rather than a text where there is a choice: some calendars fold within a letter. Several
 * calendars in one text, one after the other, are read as one. Rejects only for a bug. `entry` posts one message once it has
 * loaded, and then what it made of its `CalendarJob`.
 */
export async function calendarThread<Reading>(
  entry: URL,
  calendar: string | Uint8Array,
  window: CalendarWindow,
): Promise<Reading | Extract<CalendarReading, { ok: false }>> {
  // Not even copied for the thread.
  if (isTooLarge(calendar)) return { ok: false, line: 1, reason: reasons.tooLarge };
  const job: CalendarJob = { calendar, window };
  try {
    return await answerOfThread<Reading>(entry, job, LIMITS);
  } catch (error) {
    if (error instanceof ThreadTrouble && error.kind === 'tooLong')
      return { ok: false, line: 1, reason: reasons.tooLong };
    if (isOutOfMemory(error)) return { ok: false, line: 1, reason: reasons.tooMuchMemory };
    throw error;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
