import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where programs lie that a package of the system has put there, whatever the search path of a service says. */
const USUAL = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The path of a program of this computer; null where it has none of that name. */
export function findProgram(name: string, searchPath: string = process.env.PATH ?? ''): string | null {
  const folders = [...searchPath.split(delimiter), ...USUAL].filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

/** Where baresip keeps its modules; null where they cannot be found. */
export function baresipModules(): string | null {
  const folders = ['/usr/lib/baresip/modules', '/usr/local/lib/baresip/modules', '/opt/homebrew/lib/baresip/modules'];
  return folders.find((folder) => isThere(join(folder, 'ctrl_tcp.so'))) ?? null;
}

/** What calls through a telephone account need, and which of it is missing: the names of the packages. */
export function missingForCalls(): readonly string[] {
  const missing = ['baresip', 'espeak-ng'].filter((name) => findProgram(name) === null);
  if (missing.includes('baresip') || baresipModules() !== null) return missing;
  return [...missing, 'baresip-core'];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: either way not this one
  }
}

function isThere(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false; // asked of several places, most of which are not there
  }
}
