import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** `new URL('./x', import.meta.url)`, the one way this code names a file of its own. */
const FILE_URL = /new URL\(\s*(['"])(\.{1,2}\/[^'"]+)\1\s*,\s*import\.meta\.url\s*\)/g;

/**
 * What a file URL becomes when its module moves to the top of dist/.
 * @param {string} target absolute path the source meant
 * @param {{ root: string, outDir: string }} places
 * @returns {{ url: string, copyTo: string | null }} copyTo: where the file must be copied
 */
export const movedUrl = (target, { root, outDir }) => {
  if (target.endsWith('-worker.ts')) return { url: `./${basename(target, '.ts')}.js`, copyTo: null };
  const dist = join(root, 'dist');
  if (target === dist || target.startsWith(dist + sep)) {
    return { url: `./${relative(dist, target).split(sep).join('/')}`, copyTo: null };
  }
  if (/\.[cm]?tsx?$/.test(target)) throw new Error(`${target} is named by a file URL but is no worker of the core.`);
  const inside = relative(root, target).split(sep).join('/');
  return { url: `./data/${inside}`, copyTo: join(outDir, 'data', inside) };
};

/**
 * Vite plugin: workers, built files and data files named by a file URL are found from the bundle too.
 * @param {{ root: string, outDir: string }} places
 * @returns {import('vite').Plugin}
 */
export const keepFileUrls = (places) => ({
  name: 'nightdesk-keep-file-urls',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.startsWith(places.root) || id.includes('node_modules') || !code.includes('import.meta.url')) return null;
    const moved = code.replaceAll(FILE_URL, (_all, _quote, path) => {
      const target = resolve(dirname(id), path);
      const { url, copyTo } = movedUrl(target, places);
      if (copyTo !== null && existsSync(target)) {
        mkdirSync(dirname(copyTo), { recursive: true });
        cpSync(target, copyTo, { recursive: true });
      }
      return `new URL('${url}', import.meta.url)`;
    });
    // Lines stay lines, so the source map stays good enough to read a stack trace.
    return { code: moved, map: null };
  },
});
