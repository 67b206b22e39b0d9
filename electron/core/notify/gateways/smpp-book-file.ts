import { readFileSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '#shared/contract';
import type { GatewayLog } from './gateway-log.ts';
import type { TakenPart } from './smpp-book.ts';

/** As long as the book itself keeps them. */
const KEPT_MS = 3 * 24 * 3_600_000;

const Line = z.object({
  id: z.string(),
  key: z.string(),
  to: z.string(),
  part: z.int(),
  asked: z.int(),
  at: z.int(),
});

/** The ids an SMSC gave us, on disk: a receipt that comes after a restart is about one of them. */
export type BookFile = {
  readonly known: readonly TakenPart[];
  add(part: TakenPart): void;
  /** Resolves when all of it is on disk. */
  settled(): Promise<void>;
};

export const NOWHERE: BookFile = { known: [], add: () => undefined, settled: () => Promise.resolve() };

function readLine(line: string): readonly TakenPart[] {
  try {
    const read = Line.safeParse(JSON.parse(line));
    return read.success ? [read.data] : [];
  } catch (error) {
    // The last line of a computer that lost its power.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Opens the file in `folder` and leaves out what is too old. Without a folder, or with one that cannot be written, receipts
 * that come after a restart are matched to nothing, and the message is left unconfirmed.
 */
export function openBookFile(folder: string | null, now: Instant, log: GatewayLog): BookFile {
  if (folder === null) return NOWHERE;
  const path = join(folder, 'smpp-taken.jsonl');
  const complain = (error: unknown): void =>
    log('warn', 'smpp: the ids of messages cannot be kept', {
      error: error instanceof Error && 'code' in error ? String(error.code) : 'unknown',
    });
  const lineOf = (part: TakenPart): string => `${JSON.stringify(part)}\n`;
  try {
    const known = readLines(path)
      .flatMap(readLine)
      .filter((part) => part.at > now - KEPT_MS);
    writeFileSync(path, known.map(lineOf).join(''), { mode: 0o600 });
    let last: Promise<void> = Promise.resolve();
    return {
      known,
      add(part) {
        last = last.then(() => appendFile(path, lineOf(part))).catch(complain);
      },
      settled: () => last,
    };
  } catch (error) {
    complain(error);
    return NOWHERE;
  }
}
