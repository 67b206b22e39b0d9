import { join } from 'node:path';
import { prepare } from './commands.mjs';
import { ensureDebianPackages } from './debian.mjs';
import { handOver } from './hand-over.mjs';
import { ROOT } from './places.mjs';

/** `npm run test:gateways`: every driver against the real programs, a line for each program and each thing it has to do. */
export const runGateways = async () => {
  await ensureDebianPackages();
  const node = await prepare(ROOT);
  if (node === null) return 1;
  const reporter = join(ROOT, 'build', 'launch', 'gateway-reporter.mjs');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  return handOver(node, [vitest, 'run', `--reporter=${reporter}`, 'tests/gateways/', 'tests/voice/'], { cwd: ROOT });
};
