import { type JobLimits, keptThread, ThreadTrouble } from '#core/thread';
import type { CalendarReading, CalendarWindow } from './calendar-reading.ts';
import { isTooLarge } from './content-lines.ts';
import { reasons } from './reasons.ts';

export type CalendarJob = { readonly calendar: string | Uint8Array; readonly window: CalendarWindow };

const LIMITS: JobLimits = {
  workMs: 2_000,
  limitMs: 10_000,
  memory: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 },
};

type Refused = Extract<CalendarReading, { ok: false }>;

/**
 * A thread that reads calendars one after the other: what a stranger wrote into a calendar may take two seconds and 200 MB,
 * and no ladder waits for it. Bytes rather than a text where there is a choice: some calendars fold within a letter. Several
 * calendars in one text, one after the other, are read as one. Rejects only for a bug. `entry` answers `CalendarJob`s.
 */
export function calendarThread<Reading>(
  entry: URL,
): (calendar: string | Uint8Array, window: CalendarWindow) => Promise<Reading | Refused> {
  const ask = keptThread<CalendarJob, Reading>(entry, LIMITS);
  return async (calendar, window) => {
    // Not even copied for the thread.
    if (isTooLarge(calendar)) return { ok: false, line: 1, reason: reasons.tooLarge };
    try {
      return await ask({ calendar, window });
    } catch (error) {
      if (error instanceof ThreadTrouble && error.kind === 'tooLong')
        return { ok: false, line: 1, reason: reasons.tooLong };
      if (isOutOfMemory(error)) return { ok: false, line: 1, reason: reasons.tooMuchMemory };
      throw error;
    }
  };
}

/** `readCalendar` on that thread. */
export const readCalendarInThread = calendarThread<CalendarReading>(new URL('./calendar-worker.ts', import.meta.url));

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
