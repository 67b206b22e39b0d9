import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';
import type { BothLanguages } from '#shared/contract';

/** Where a stack trace goes: a person at a terminal gets a sentence. */
const LOG_FILE = 'nightdesk.log';

/**
 * Writes an error nobody expected to the log file of the data folder.
 *
 * @returns the sentence for the person, naming the file where there is one
 */
export function recordUnexpected(error: unknown, folder: string): BothLanguages {
  const file = join(folder, LOG_FILE);
  const why = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const isKept = existsSync(folder) && isWritten(error, file);
  return isKept
    ? {
        en: `Something unexpected went wrong in Nightdesk (${why}). What was saved is safe. Details are in ${file}.`,
        es: `Ocurrió algo inesperado en Nightdesk (${why}). Lo guardado está a salvo. Los detalles están en ${file}.`,
      }
    : {
        en: `Something unexpected went wrong in Nightdesk (${why}). What was saved is safe.`,
        es: `Ocurrió algo inesperado en Nightdesk (${why}). Lo guardado está a salvo.`,
      };
}

function isWritten(error: unknown, file: string): boolean {
  try {
    // Synchronous: the process ends right after this.
    const log = pino({ base: { pid: process.pid } }, destination({ dest: file, sync: true, append: true }));
    log.error({ err: error }, 'unexpected');
    return true;
  } catch {
    // The folder cannot be written to, which may be the very trouble; the sentence then stands alone.
    return false;
  }
}
