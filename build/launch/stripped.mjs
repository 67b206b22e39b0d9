import { join } from 'node:path';
import process from 'node:process';
import { handOver } from './hand-over.mjs';

/**
 * For tests and benches, which run from the sources. Node strips types with WebAssembly, and where two threads of a process
 * do that at once, the V8 of Node 24.21 ends the process now and then (`Check failed: jit_page.has_value()`). Here all of it
 * is stripped once, in one thread, and kept where every later process and thread finds it.
 * @param {string} root
 * @param {string} node path of Node 24
 * @returns {Promise<NodeJS.ProcessEnv>} the environment to run in
 */
export const strippedOnce = async (root, node) => {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'stripped') };
  await handOver(node, [join(root, 'build', 'launch', 'strip-types.mjs')], { cwd: root, env, isQuiet: true });
  return env;
};
