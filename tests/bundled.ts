import { join } from 'node:path';
import { ensureBundle } from '../build/launch/builds.mjs';

const ROOT = join(import.meta.dirname, '..');

/** The command line as it is shipped: bundled. From its sources each start would strip and load them anew, for twice the time. */
export const CLI = join(ROOT, 'dist', 'cli.js');

/** Vitest's global set-up: what the tests start is what the sources say. */
export default async function setUp(): Promise<void> {
  if (!(await ensureBundle(ROOT, process.execPath))) throw new Error('the core could not be bundled');
}
