import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type CoreConfig, openCore } from '#core';
import { openStore, putRow } from '#core/store';
import { fakeClock } from '../fake-clock.ts';
import { PATIENCE_MS } from '../patience.ts';
import { NIGHT } from '../world.ts';

/** How a core comes and goes: what it opened it closes again, also when it gets only half-way, and it outlives its log. */

let root: string;
let config: CoreConfig;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nightdesk-life-'));
  const folder = join(root, 'data');
  config = { folder, port: 0, rendererFolder: join(root, 'none'), version: '0.1.0', clock: fakeClock(NIGHT) };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a core that gets only half-way', () => {
  it('leaves the folder free: the next one starts', async () => {
    await expect(openCore({ ...config, port: 70_000 })).rejects.toThrow(/port/i);
    const core = await openCore(config);
    expect(core.api.appInfo().isFirstRun).toBe(true);
    await core.close();
  });
});

describe('a core that is closed', () => {
  it('frees folder and port, and may be closed twice', async () => {
    const core = await openCore(config);
    await core.close();
    await core.close();
    openStore(config.folder).close();
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(Number(new URL(core.url).port), '127.0.0.1', resolve);
    });
    server.close();
  });
});

describe('a core before its first run', () => {
  it('comes to rest: nothing is due while there is no company', async () => {
    const core = await openCore(config);
    onTestFinished(() => core.close());
    await core.idle();
    expect(core.api.appInfo()).toMatchObject({ isFirstRun: true });
  });
});

describe('its files', () => {
  const NO_MODES = process.platform === 'win32' ? ' (skipped: Windows has no such file modes)' : '';
  it.skipIf(NO_MODES !== '')(`are its owner’s alone${NO_MODES}`, async () => {
    const core = await openCore(config);
    onTestFinished(() => core.close());
    expect(statSync(config.folder).mode & 0o077).toBe(0);
    for (const name of ['console.json', 'nightdesk.log']) {
      expect(statSync(join(config.folder, name)).mode & 0o077, name).toBe(0);
    }
  });
});

describe('gateway settings that nobody can read', () => {
  it.each([
    ['of another shape', 'just a word'],
    ['of an unknown kind', { kind: 'carrier pigeon', config: {} }],
    ['that no longer parse', { kind: 'kannel', config: { sendUrl: 'not an address' } }],
  ])('%s: the desk opens, says that the gateway is down, and sends nothing', async (_, value) => {
    const store = openStore(config.folder);
    const author = { at: NIGHT, by: { kind: 'core' } } as const;
    store.write.transact(() => putRow(store.write, 'setting', { id: 'gateway', value }, author));
    store.close();
    const core = await openCore(config);
    onTestFinished(() => core.close());
    await core.idle();
    await expect.poll(() => core.api.status().gateway.level, { timeout: PATIENCE_MS }).toBe('down');
    expect(core.api.alarms()).toMatchObject([{ kind: 'gatewayDown' }]);
    expect(readFileSync(join(config.folder, 'nightdesk.log'), 'utf8')).toContain('a stored gateway cannot be used');
  });
});

describe('a log file that cannot be written', () => {
  const NO_FULL_FILE = process.platform === 'linux' ? '' : ' (skipped: only Linux has a file that is always full)';
  it.skipIf(NO_FULL_FILE !== '')(
    `does not end the core: trouble is still trouble, and the desk goes on${NO_FULL_FILE}`,
    async () => {
      openStore(config.folder).close();
      symlinkSync('/dev/full', join(config.folder, 'nightdesk.log'));
      expect(() => appendFileSync(join(config.folder, 'nightdesk.log'), 'x')).toThrow(/ENOSPC/);
      const store = openStore(config.folder);
      const author = { at: NIGHT, by: { kind: 'core' } } as const;
      store.write.transact(() => putRow(store.write, 'setting', { id: 'gateway', value: 'unreadable' }, author));
      store.close();
      const core = await openCore(config);
      onTestFinished(() => core.close());
      expect(core.api.appInfo().version).toBe('0.1.0');
    },
  );
});
