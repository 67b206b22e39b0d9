import { join } from 'node:path';
import { prepare } from './commands.mjs';
import { ensureDebianPackages } from './debian.mjs';
import { handOver } from './hand-over.mjs';
import { ROOT } from './places.mjs';

/**
 * `npm run test:gateways`: every driver against the real programs, a line for each program and each thing it has to do.
 * With `-- --table` what each driver is held to, as the table of the README.
 * @param {string[]} args
 */
export const runGateways = async (args) => {
  const node = await prepare(ROOT);
  if (node === null) return 1;
  if (args.includes('--table'))
    return handOver(node, [join(ROOT, 'tests', 'gateways', 'print-table.ts')], { cwd: ROOT });
  await ensureDebianPackages();
  const reporter = join(ROOT, 'build', 'launch', 'gateway-reporter.mjs');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  return handOver(node, [vitest, 'run', `--reporter=${reporter}`, 'tests/gateways/'], { cwd: ROOT });
};
