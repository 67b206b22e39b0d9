// Imports whatever a thread or a core of its own may load from its sources, so that Node keeps it stripped of its types.
// Run by `stripTypes` with Node 24, on one thread only.

import { globSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

for (const entry of globSync('{electron/core,tests}/**/*-worker.ts')) {
  // It is loaded, and then refuses to run outside a thread.
  await import(pathToFileURL(entry).href).catch(() => undefined);
}
process.argv = [process.argv[0] ?? '', 'electron/cli/main.ts', '--help'];
process.stdout.write = () => true;
await import(pathToFileURL('electron/cli/main.ts').href);
