import { type JobLimits, keptThread, ThreadTrouble } from '#core/thread';
import { readSheet, type SheetWindow } from './read-sheet.ts';
import type { SheetReading } from './table.ts';
import { words } from './words.ts';

export type SheetJob = { readonly bytes: Uint8Array; readonly window: SheetWindow };

const LIMITS: JobLimits = {
  workMs: 5_000,
  limitMs: 20_000,
  memory: { maxOldGenerationSizeMb: 400 },
};
const inThread = keptThread<SheetJob, SheetReading>(new URL('./sheet-worker.ts', import.meta.url), LIMITS);
/** A list of this size is read in less time than a thread takes to start. */
const SMALL_BYTES = 32 * 1024;

/** `readSheet`; anything but a short list on a thread of its own, with limits: a workbook unpacks to a thousand times its size. */
export async function readSheetInThread(bytes: Uint8Array, window: SheetWindow): Promise<SheetReading> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isWorkbook && bytes.byteLength <= SMALL_BYTES) return readSheet(bytes, window);
  const job: SheetJob = { bytes, window };
  try {
    return await inThread(job);
  } catch (error) {
    const isTooMuch =
      error instanceof ThreadTrouble ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY');
    if (isTooMuch) return { ok: false, line: 1, reason: words.tooMuch };
    throw error;
  }
}
