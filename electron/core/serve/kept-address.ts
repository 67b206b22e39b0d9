import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newToken } from './access.ts';

const KeptAddress = z.object({ port: z.number().int().min(0).max(65_535), token: z.string().min(32) });
/** The port and the token of one folder: chosen once and kept, so that a window finds its core again. */
export type KeptAddress = Readonly<z.infer<typeof KeptAddress>>;

const FILE = 'console.json';

/** What the folder has kept; a new token and no port yet where there is nothing, or nothing sensible. */
export function readKeptAddress(folder: string): KeptAddress {
  try {
    return KeptAddress.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
  } catch {
    return { port: 0, token: newToken() }; // absent or damaged: a new one harms nobody
  }
}

/** Only its owner may read it. */
export function keepAddress(folder: string, kept: KeptAddress): void {
  writeFileSync(join(folder, FILE), JSON.stringify(kept), { mode: 0o600 });
}
