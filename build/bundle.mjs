// Bundles core, command line, workers and Electron's main process into dist/, as the packed app runs them.

import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundleCore } from './bundle/bundle-core.mjs';

const outDir = process.argv[2];
await bundleCore({ root: fileURLToPath(new URL('..', import.meta.url)), ...(outDir === undefined ? {} : { outDir }) });
