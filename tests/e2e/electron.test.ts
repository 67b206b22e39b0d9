import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBundle } from '../../build/launch/builds.mjs';
import { electronProgram } from '../../build/launch/electron-binary.mjs';

/** The desk in the real Electron, wherever its program could be had. */

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = electronProgram(REPOSITORY);
const HAS_CORE = existsSync(join(REPOSITORY, 'electron', 'cli', 'main.ts'));
const NO_ELECTRON =
  PROGRAM === null
    ? " (skipped: Electron's program could not be had on this machine)"
    : HAS_CORE
      ? ''
      : ' (skipped: the core is not in this checkout)';

describe.skipIf(NO_ELECTRON !== '')(`Electron's window${NO_ELECTRON}`, () => {
  let data: string;
  let app: ElectronApplication;
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'nightdesk electron ñ-'));
    expect(await ensureBundle(REPOSITORY, process.execPath)).toBe(true);
    app = await _electron.launch({
      executablePath: PROGRAM ?? '',
      args: [REPOSITORY, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      env: { ...process.env, NIGHTDESK_DATA: data },
    });
  });
  afterEach(async () => {
    await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined); // the answer may be lost with it
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('shows the desk over the token header, in a sandbox without Node', async () => {
    const page = await app.firstWindow();
    await page.waitForLoadState();
    expect(await page.title()).toContain('Nightdesk');
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    expect(page.url()).not.toContain('ticket');
    expect(await page.evaluate('typeof process + typeof require')).toBe('undefinedundefined');
  });

  it('stays on its page, opens nothing, grants nothing', async () => {
    const page = await app.firstWindow();
    await page.waitForLoadState();
    const home = page.url();
    await page.evaluate("location.href = 'https://evil.example/'");
    await page.evaluate("window.open('file:///etc/passwd')");
    expect(new URL(page.url()).origin).toBe(new URL(home).origin);
    expect(app.windows()).toHaveLength(1);
    expect(await page.evaluate('Notification.requestPermission()')).toBe('denied');
  });

  it('keeps core and ladders when the window is closed', async () => {
    const page = await app.firstWindow();
    const { origin } = new URL(page.url());
    await page.close();
    expect((await fetch(origin)).status).toBeGreaterThan(0);
    expect(app.process().exitCode).toBeNull();
  });
});
