import { join } from 'node:path';
import { prepare } from './commands.mjs';
import { handOver } from './hand-over.mjs';
import { ROOT } from './places.mjs';
import { strippedOnce } from './stripped.mjs';

/** `npm run test:model`: random nights against section 7 told once more, as many as two minutes hold. */
export const runModel = async () => {
  const node = await prepare(ROOT);
  if (node === null) return 1;
  return handOver(node, [join(ROOT, 'tests', 'model', 'main.ts')], { cwd: ROOT, env: await strippedOnce(ROOT, node) });
};
