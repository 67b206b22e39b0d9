import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The network that a process is in; null where it has ended. */
export function networkOf(pid: number | 'self'): string | null {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    return null; // it has ended meanwhile
  }
}

/** Every baresip of one network: other tests may have theirs in others. */
export function baresipsIn(network: string | null): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandOf(name) === 'baresip')
    .map(Number)
    .filter((pid) => network !== null && networkOf(pid) === network);
}

function commandOf(pid: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'latin1').trim();
  } catch {
    return null; // it has ended meanwhile
  }
}
