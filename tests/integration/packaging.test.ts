import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBundle } from '../../build/launch/builds.mjs';
import { readAddress } from '../../electron/main/core-process.ts';

/**
 * The app as electron-builder packs it, with an empty program in place of Electron's: what is in the asar, which fuses
 * are set, and whether the core runs from it. Not tried here: Electron itself, the installers, signatures.
 */

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const HAS_CORE = existsSync(join(REPOSITORY, 'electron', 'cli', 'main.ts'));
const NO_CORE = HAS_CORE ? '' : ' (skipped: the core is not in this checkout)';
const NO_PACKING = process.platform === 'linux' ? '' : ' (skipped: packs on Linux only)';
/** Ten times what it takes on an idle machine. */
const PACK_MS = 300_000;

/** What @electron/fuses looks for in Electron's program, and a wire of nine fuses as Electron delivers it. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_ON: number = '1'.charCodeAt(0);
const FUSES_AS_DELIVERED = '101100101';

let folder: string;
let packed: string;
let app: string;

const standIn = (): string => {
  const place = join(folder, 'electron');
  mkdirSync(join(place, 'resources'), { recursive: true });
  mkdirSync(join(place, 'locales'));
  const wire = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, FUSES_AS_DELIVERED.length])]);
  writeFileSync(
    join(place, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\n#'), wire, Buffer.from(FUSES_AS_DELIVERED)]),
    {
      mode: 0o755,
    },
  );
  return place;
};

describe.skipIf(NO_PACKING !== '')(`the packed app${NO_PACKING}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nightdesk pack ñ-'));
    expect(await ensureBundle(REPOSITORY, process.execPath)).toBe(true);
    const builder = join(REPOSITORY, 'node_modules', 'electron-builder', 'out', 'cli', 'cli.js');
    const options = [`-c.electronDist=${standIn()}`, `-c.directories.output=${join(folder, 'release')}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, [builder, '--linux', 'dir', ...options], {
      cwd: REPOSITORY,
      encoding: 'utf8',
      timeout: PACK_MS,
    });
    expect(status, stdout + stderr).toBe(0);
    packed = join(folder, 'release', 'linux-unpacked');
    app = join(folder, 'app');
    extractAll(join(packed, 'resources', 'app.asar'), app);
  }, PACK_MS);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the fuses set: no Node without the app, no code from outside the asar', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'nightdesk'));
    const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FUSE_ON;
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      cookies: isOn(FuseV1Options.EnableCookieEncryption),
      file: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      onlyAsar: true,
      cookies: true,
      file: false,
    });
  });

  it('holds the bundle and its packages, and neither sources, tests, Node nor tools', () => {
    const files = listPackage(join(packed, 'resources', 'app.asar'), { isPack: false });
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/dist/main.js', '/dist/icon.png']));
    const sources = /^\/(electron|shared|renderer|tests|build|\.git)(\/|$)|^\/dist\/.*\.(map|tsx?)$/;
    const tools = /^\/node_modules\/(node-(linux|win|darwin)-\w+|typescript|vite|electron|react|vitest)(\/|$)/;
    const wrong = files.filter((file) => sources.test(file) || tools.test(file));
    expect(wrong).toEqual([]);
  });

  it('leaves native code and helper programs outside the asar, where the system can run them', () => {
    const unpacked = join(packed, 'resources', 'app.asar.unpacked', 'node_modules');
    expect(readdirSync(join(unpacked, 'better-sqlite3', 'prebuilds'))).toEqual(
      expect.arrayContaining(['linux-x64.node', 'darwin-arm64.node', 'win32-x64.node']),
    );
    expect(existsSync(join(unpacked, 'node-notifier', 'vendor'))).toBe(true);
  });

  it('has every package and every file that its own code names', () => {
    const missing: string[] = [];
    for (const name of readdirSync(join(app, 'dist')).filter((file) => file.endsWith('.js'))) {
      const file = join(app, 'dist', name);
      const code = readFileSync(file, 'utf8');
      const packages = [...code.matchAll(/^import\s(?:[^'"]*?from\s)?["']([^."'][^"']*)["']/gm)].map(
        ([, found = '']) => found,
      );
      for (const wanted of packages.filter((found) => !found.startsWith('node:') && found !== 'electron')) {
        const folderOf = wanted.split('/').slice(0, wanted.startsWith('@') ? 2 : 1);
        if (
          !existsSync(join(app, 'node_modules', ...folderOf)) &&
          !createRequire(file)
            .resolve.paths(wanted)
            ?.some((path) => path.startsWith(app) && existsSync(join(path, ...folderOf)))
        )
          missing.push(`${name}: ${wanted}`);
      }
      for (const [, path = ''] of code.matchAll(/new URL\(["'](\.\/[^"']+)["'],\s*import\.meta\.url\)/g))
        if (!existsSync(join(app, 'dist', path))) missing.push(`${name}: ${path}`);
      for (const family of code.includes('@fontsource/') ? ['noto-sans', 'noto-emoji'] : [])
        if (!existsSync(join(app, 'node_modules', '@fontsource', family, 'unicode.json')))
          missing.push(`${name}: ${family}`);
    }
    expect(missing).toEqual([]);
  });

  describe.skipIf(!HAS_CORE)(`its core under plain Node${NO_CORE}`, () => {
    const run = (...args: string[]) =>
      spawn(process.execPath, [join(app, 'dist', 'cli.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

    it('answers doctor in plain words', () => {
      const data = join(folder, 'doctor');
      const doctor = spawnSync(process.execPath, [join(app, 'dist', 'cli.js'), 'doctor', '--data', data], {
        encoding: 'utf8',
      });
      expect(doctor.stderr).not.toMatch(/\bat .*:\d+:\d+/);
      // What this computer lacks may fail; nothing of the package may be missing.
      const lines = doctor.stdout.trimEnd().split('\n');
      expect(lines.filter((line) => !/^(ok|warn|FAIL) +\S/.test(line))).toEqual([]);
      expect(lines).toContain('ok    The database program (better-sqlite3) loads.');
      expect(doctor.stdout).not.toContain('is broken');
    });

    it('serves the desk, and stops when asked', async () => {
      const core = run('serve', '--data', join(folder, 'data'), '--port', '0');
      const over = new Promise<number | null>((resolve) => core.on('exit', resolve));
      try {
        const address = await new Promise<ReturnType<typeof readAddress>>((resolve) => {
          core.stdout.on('data', (part) => resolve(readAddress(String(part).split('\n')[0] ?? '')));
          core.on('exit', () => resolve(null));
        });
        if (address === null) throw new Error('the packed core gave no address');
        const headers = { authorization: `Bearer ${address.token}` };
        expect((await fetch(`${address.url}/shell/state`, { headers })).status).toBe(200);
        expect((await fetch(`${address.url}/shell/state`)).status).toBeGreaterThanOrEqual(400);
        const page = await fetch(address.url, { headers });
        expect(await page.text()).toContain('<div id="root"');
      } finally {
        core.kill('SIGTERM');
      }
      expect(await over).toBe(0);
    });
  });
});
