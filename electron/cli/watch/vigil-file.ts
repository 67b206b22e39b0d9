import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BEGINNING, Vigil } from './vigil.ts';

/** What the watch knows, beside the data of its own folder: one file for each desk it watches. */
export type VigilFile = {
  /** A file that is not there, or cannot be read, begins anew. */
  read(): Vigil;
  write(vigil: Vigil): void;
};

export function vigilFile(folder: string, url: string): VigilFile {
  const path = join(folder, `watch-${hash('sha256', url).slice(0, 16)}.json`);
  return {
    read() {
      try {
        return Vigil.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch {
        // A first start, or a file cut short by a power cut: silence is counted from now on.
        return BEGINNING;
      }
    },
    write(vigil) {
      // Numbers of people lie in it.
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${path}.partial`, JSON.stringify(vigil), { mode: 0o600 });
      renameSync(`${path}.partial`, path);
    },
  };
}
