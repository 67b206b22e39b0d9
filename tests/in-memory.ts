import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NAME = 'nightdesk-tests-';
/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** What the folders of a run may need at once, many times over; a container may have a tenth of it. */
const LEAST_FREE_BYTES = 1_000_000_000;

/**
 * The parent of the folders that tests make. On a disk half of a night's time is waiting until it has kept a heartbeat, and no
 * test pulls the plug: what survives a killed process survives it in memory as well.
 */
export function testFolder(): string {
  return join(isRoomy(MEMORY) ? MEMORY : tmpdir(), `${NAME}${process.pid}`);
}

function isRoomy(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= LEAST_FREE_BYTES;
  } catch {
    return false;
  }
}

/** Vitest's global set-up: the folder is there before the first test, and nothing is left of it after the last. */
export default function setUp(): () => void {
  const folder = testFolder();
  removeLeft(dirname(folder));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return () => rmSync(folder, { recursive: true, force: true });
}

/** What runs that were killed have left: nobody else takes it out of memory. */
function removeLeft(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(NAME) ? Number(name.slice(NAME.length)) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
