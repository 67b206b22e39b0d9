import { copyFileSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { keepFileUrls } from './keep-file-urls.mjs';

/**
 * The programs of the packed app by the name they get in dist/. A program whose source is not written yet is left out.
 * @param {string} root
 * @returns {Record<string, string>}
 */
export const bundleEntries = (root) => {
  const named = { main: 'electron/main/electron-main.ts', cli: 'electron/cli/main.ts' };
  const workers = globSync('electron/core/**/*-worker.ts', { cwd: root });
  const entries = [...Object.entries(named), ...workers.map((file) => [basename(file, '.ts'), file])];
  const found = entries.filter(([, file = '']) => existsSync(join(root, file)));
  if (new Set(found.map(([name]) => name)).size !== found.length)
    throw new Error('Two workers have the same file name; in dist/ they would overwrite each other.');
  return Object.fromEntries(found.map(([name, file = '']) => [name, join(root, file)]));
};

/**
 * One rule for what is inside: `dependencies` stay packages (native code, data files, workers of their own) and are
 * packed as such; whatever else is imported is bundled.
 * @param {{ root: string, outDir?: string }} options
 */
export const bundleCore = async ({ root, outDir = join(root, 'dist') }) => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packages = ['electron', ...Object.keys(dependencies)];
  mkdirSync(outDir, { recursive: true });
  for (const name of readdirSync(outDir)) if (/\.js(\.map)?$/.test(name)) rmSync(join(outDir, name));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [keepFileUrls({ root, outDir })],
    ssr: { noExternal: true, external: packages, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: bundleEntries(root),
        external: [/^node:/, ...packages.map((name) => new RegExp(`^${name}(/|$)`))],
        // Everything side by side: file URLs beside import.meta.url are kept, and must mean the same from each chunk.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  });
  const icon = join(root, 'build', 'icon.png');
  if (existsSync(icon)) copyFileSync(icon, join(outDir, 'icon.png'));
};
