import { join } from 'node:path';
import { ensureBundle } from './builds.mjs';
import { prepare } from './commands.mjs';
import { ensureDebianPackages } from './debian.mjs';
import { handOver } from './hand-over.mjs';
import { ROOT } from './places.mjs';
import { strippedOnce } from './stripped.mjs';

/**
 * `npm run test:faults [-- --only NAME]`: everything that can break in a night is broken, and what came of it is counted.
 * @param {string[]} args
 */
export const runFaults = async (args) => {
  await ensureDebianPackages();
  const node = await prepare(ROOT);
  if (node === null || !(await ensureBundle(ROOT, node))) return 1;
  return handOver(node, [join(ROOT, 'tests', 'faults', 'main.ts'), ...args], {
    cwd: ROOT,
    env: await strippedOnce(ROOT, node),
  });
};
