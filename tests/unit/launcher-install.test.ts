import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** A whole installation from the lockfile on a computer without a compiler. Uses npm's own cache where it can. */

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT_MS = 300_000;
const UNREACHABLE = /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-install-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A PATH that holds every program of the system but those that compile. */
const pathWithoutCompilers = (): string => {
  const place = join(folder, 'bin');
  mkdirSync(place);
  for (const source of (process.env.PATH ?? '')
    .split(':')
    .filter((path) => !path.includes('node_modules') && existsSync(path))) {
    for (const name of readdirSync(source)) {
      if (/^(python|make|gmake|gcc|g\+\+|cc|c\+\+|clang|cmake|ld)([-.\d].*)?$/.test(name)) continue;
      if (!existsSync(join(place, name))) symlinkSync(join(source, name), join(place, name));
    }
  }
  return place;
};

it('installs without python, make and a compiler, and the database opens', { timeout: LIMIT_MS }, (context) => {
  const checkout = join(folder, 'check out ñ');
  mkdirSync(checkout);
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(REPOSITORY, name), join(checkout, name));
  const module = new URL('../../build/launch/install.mjs', import.meta.url).href;
  const script = `import { ensureInstalled, isInstallNeeded } from ${JSON.stringify(module)};
    process.exitCode = (await ensureInstalled(process.cwd())) && !isInstallNeeded(process.cwd()) ? 0 : 1;`;
  // npm tells its scripts where their project is; the npm inside must not believe that it is meant.
  const { npm_config_local_prefix: _prefix, INIT_CWD: _cwd, ...env } = process.env;
  const launched = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: checkout,
    encoding: 'utf8',
    timeout: LIMIT_MS - 10_000,
    env: { ...env, PATH: pathWithoutCompilers(), npm_config_prefer_offline: 'true', npm_execpath: '' },
  });
  if (launched.status !== 0 && UNREACHABLE.test(launched.stderr))
    context.skip('the package registry cannot be reached');
  expect(launched.stderr).toMatch(/^installing \(first time, about a minute\)…\n(trying without a clean start…\n)?$/);
  expect(launched.stdout).toBe('');
  expect(launched.status).toBe(0);

  const node = join(checkout, 'node_modules', '.bin', 'node');
  expect(statSync(node).isFile()).toBe(true);
  const query = `const db = new (require('better-sqlite3'))(':memory:');
    console.log(process.versions.node.split('.')[0], db.prepare('select 6 * 7 as x').get().x)`;
  const opened = spawnSync(node, ['-e', query], { cwd: checkout, encoding: 'utf8' });
  expect(opened.stderr).toBe('');
  expect(opened.stdout.trim()).toBe('24 42');
});
