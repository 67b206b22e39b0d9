import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { tell } from './places.mjs';
import { isStale, markBuilt } from './stale.mjs';

/**
 * Runs one build where its sources are newer than its stamp.
 * @param {{ stamp: string, sources: string[], sentence: string, node: string, args: string[], root: string }} build
 * @returns {Promise<boolean>} false: the build has said why on stderr
 */
const ensure = async ({ stamp, sources, sentence, node, args, root }) => {
  if (!isStale(stamp, sources)) return true;
  tell(sentence);
  const begun = new Date();
  const code = await handOver(node, args, { cwd: root, isQuiet: true });
  if (code !== 0) return false;
  markBuilt(stamp, begun);
  return true;
};

/**
 * The window's page, in dist/renderer.
 * @param {string} root
 * @param {string} node path of Node 24
 */
export const ensureRenderer = async (root, node) => {
  // A checkout whose screens are not written yet still runs its core.
  if (!existsSync(join(root, 'renderer', 'index.html'))) return true;
  return ensure({
    stamp: join(root, 'dist', '.renderer-stamp'),
    sources: ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'].map((name) => join(root, name)),
    sentence: 'building the window (a few seconds)…',
    node,
    args: [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    root,
  });
};

/**
 * Core, command line and Electron's main process as plain JavaScript in dist/: what the packed app and Electron run.
 * @param {string} root
 * @param {string} node path of Node 24
 */
export const ensureBundle = (root, node) =>
  ensure({
    stamp: join(root, 'dist', '.bundle-stamp'),
    sources: ['electron', 'shared', 'build/bundle', 'build/bundle.mjs', 'package-lock.json'].map((name) =>
      join(root, name),
    ),
    sentence: 'bundling the core (a few seconds)…',
    node,
    args: [join(root, 'build', 'bundle.mjs')],
    root,
  });
