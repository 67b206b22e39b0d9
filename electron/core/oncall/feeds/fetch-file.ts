import { type FileHandle, open, stat } from 'node:fs/promises';
import { type Fetched, type Fetcher, failed, type Tags } from './asked.ts';
import { type FeedTrouble, troubles } from './feed-trouble.ts';
import { compared } from './fetch-link.ts';
import { MAX_BYTES } from './http.ts';

/**
 * A sheet on this computer or a network drive, which somebody may have open in Excel. It is read to memory and let go at
 * once, never locked, and only believed when it stood still meanwhile.
 */

const TRIES = 4;
/** Excel saves in well under a second; what takes longer is left to the next turn. */
const PAUSE_MS = 250;
/** What a system says while another program holds a file closed; Windows, for its rules of sharing. */
const HELD = new Set(['EBUSY', 'EPERM', 'ETXTBSY', 'EAGAIN']);
/** What is worth another look at once: held closed, or not there between two steps of a save. */
const PASSING: ReadonlySet<FeedTrouble> = new Set([troubles.inUse, troubles.noFile]);

type Facts = { readonly size: number; readonly mtimeMs: number; readonly ino: number };

export const fetchFile: Fetcher = async ({ address }, { tags, signal, pause }) => {
  let last = failed(troubles.inUse);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    if (tries > 1) await pause(PAUSE_MS);
    try {
      last = await lookAt(address.trim(), tags, () => pause(PAUSE_MS));
    } catch (error) {
      if (signal.aborted) throw error;
      last = failed(fileTrouble(error));
    }
    if (last.kind !== 'failed' || !PASSING.has(last.trouble)) return last;
  }
  return last;
};

async function lookAt(path: string, before: Tags, pause: () => Promise<void>): Promise<Fetched> {
  const facts = await stat(path);
  if (!facts.isFile()) return failed(troubles.notFile);
  if (facts.size > MAX_BYTES) return failed(troubles.tooLarge);
  const print = printOf(facts);
  if (before.settled === print) return { kind: 'unchanged', tags: before };
  const bytes = await readAll(path);
  if (bytes.byteLength === 0) return failed(troubles.empty);
  const fetched = compared(bytes, before, { print });
  // Some drives count time in steps of two seconds: that it stands still is believed once it was read twice.
  if (fetched.kind === 'unchanged')
    return before.print === print ? { kind: 'unchanged', tags: { ...fetched.tags, settled: print } } : fetched;
  await pause();
  const after = await stat(path);
  return printOf(after) === print && after.size === bytes.byteLength ? fetched : failed(troubles.inUse);
}

async function readAll(path: string): Promise<Uint8Array> {
  const handle: FileHandle = await open(path, 'r');
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function printOf({ size, mtimeMs, ino }: Facts): string {
  return `${size} ${mtimeMs} ${ino}`;
}

function fileTrouble(error: unknown): FeedTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (HELD.has(code)) return troubles.inUse;
  if (code === 'EACCES') return troubles.notAllowed;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENODEV') return troubles.noFile;
  return troubles.failed;
}
