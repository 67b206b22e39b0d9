import { join } from 'node:path';
import process from 'node:process';
import { ensureBundle, ensureRenderer } from './builds.mjs';
import { chooseNode } from './choose-node.mjs';
import { ensureElectron } from './electron-binary.mjs';
import { handOver } from './hand-over.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT, tell } from './places.mjs';
import { strippedOnce } from './stripped.mjs';

/**
 * Packages installed and a Node 24 found, or one sentence and null.
 * @param {string} root
 * @returns {Promise<string | null>} path of the Node to use
 */
export const prepare = async (root) => {
  if (!(await ensureInstalled(root))) return null;
  const node = chooseNode({ root });
  if (node.ok) return node.path;
  tell(node.reason);
  return null;
};

/**
 * `npm start`: the desk in a window.
 * @param {string[]} args
 */
export const startCommand = async (args) => {
  const node = await prepare(ROOT);
  if (node === null || !(await ensureRenderer(ROOT, node))) return 1;
  if (!(await ensureBundle(ROOT, node))) return 1;
  const electron = await ensureElectron(ROOT, node);
  const env = electron === null ? process.env : { ...process.env, NIGHTDESK_ELECTRON: electron };
  return handOver(node, [join(ROOT, 'electron', 'main', 'start.ts'), ...args], { env });
};

/**
 * `npm run nightdesk -- COMMAND`: the command line. Only `serve` shows the window's page, so only it waits for it.
 * @param {string[]} args
 */
export const cliCommand = async (args) => {
  const node = await prepare(ROOT);
  if (node === null) return 1;
  if (args[0] === 'serve' && !(await ensureRenderer(ROOT, node))) return 1;
  if (!(await ensureBundle(ROOT, node))) return 1;
  return handOver(node, [join(ROOT, 'dist', 'cli.js'), ...args]);
};

/**
 * `npm run bench`: the numbers of the product.
 * @param {string[]} args
 */
export const benchCommand = async (args) => {
  const node = await prepare(ROOT);
  if (node === null || !(await ensureRenderer(ROOT, node)) || !(await ensureBundle(ROOT, node))) return 1;
  const env = await strippedOnce(ROOT, node);
  return handOver(node, [join(ROOT, 'tests', 'bench', 'main.ts'), ...args], { env });
};

/**
 * `npm run train [-- --check]`: the triage model again from its sentences.
 * @param {string[]} args
 */
export const trainCommand = async (args) => {
  const node = await prepare(ROOT);
  if (node === null) return 1;
  return handOver(node, [join(ROOT, 'build', 'triage', 'train.ts'), ...args]);
};
