import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureBundle } from '../../build/launch/builds.mjs';
import { findChromium } from '../../electron/core/installed-browser.ts';
import { chromiumShell } from '../../electron/main/chromium-shell.ts';
import { runDesk } from '../../electron/main/life-cycle.ts';
import { terminalShell } from '../../electron/main/no-window.ts';
import type { NodeShellParts } from '../../electron/main/node-shell.ts';
import type { Shell } from '../../electron/main/shell.ts';
import { systemShellClock } from '../../electron/main/shell-clock.ts';
import { shellTexts } from '../../electron/main/texts.ts';
import { PATIENCE_MS } from '../patience.ts';
import { type FakeCore, openFakeCore, QUIET } from '../unit/shell-fake-core.ts';

/** The shell with a real Chromium and real processes; only the core is a stand-in that answers as agreed. */

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const BROWSER = findChromium({ platform: process.platform, env: process.env, home: homedir() });
// A screen is not needed; the port is how the test looks into the window.
const BROWSER_ARGS = '--headless=new --remote-debugging-port=0';
// The launcher prints the words after "skipped:".
const NO_BROWSER = BROWSER === null ? ' (skipped: no Chromium, Chrome or Edge on this machine)' : '';

const texts = shellTexts('en');
let folder: string;
let core: FakeCore;
let browser: Browser | null;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk shell ñ-'));
  core = await openFakeCore();
  browser = null;
});
afterEach(async () => {
  await browser?.close();
  await core.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/** Runs a desk whose core is a program that gives the stand-in's address and then waits to be stopped. */
const start = (makeShell: (parts: NodeShellParts) => Shell) => {
  const entry = join(folder, 'core.mjs');
  writeFileSync(
    entry,
    `console.log(${JSON.stringify(JSON.stringify(core.address))});
     process.on('SIGTERM', () => process.exit(0));
     setInterval(() => {}, 1000);`,
  );
  const said: string[] = [];
  const signals = new Map<string, () => void>();
  const terminal = {
    pid: process.pid,
    getuid: () => process.getuid?.(),
    stderr: { write: (text: string) => said.push(text.trim()) },
    on: (signal: string, listener: () => void) => signals.set(signal, listener),
    off: () => undefined,
  };
  const shell = makeShell({
    core: {
      node: process.execPath,
      entry,
      dataFolder: folder,
      env: { ...process.env, NIGHTDESK_BROWSER_ARGS: BROWSER_ARGS },
    },
    clock: systemShellClock,
    texts,
    platform: process.platform,
    iconFile: null,
    process: terminal as unknown as NodeJS.Process, // a terminal of our own, so that Ctrl-C can be pressed
  });
  const over = runDesk({ shell, clock: systemShellClock, texts, args: [] });
  return { over, said, press: (signal: string) => signals.get(signal)?.() };
};

const lookInside = async (profile: string): Promise<Page> => {
  const file = join(profile, 'DevToolsActivePort');
  await vi.waitFor(
    () => expect(existsSync(file) ? readFileSync(file, 'utf8') : 'not there').toMatch(/^\d+\n/),
    PATIENCE_MS,
  );
  const [port] = readFileSync(file, 'utf8').split('\n');
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: PATIENCE_MS });
  return vi.waitFor(() => {
    const page = browser
      ?.contexts()
      .flatMap((context) => context.pages())
      .find((shown) => shown.url().startsWith('http://127.0.0.1'));
    if (page === undefined) throw new Error('no page yet');
    return page;
  }, PATIENCE_MS);
};

const closeWindow = async (): Promise<void> => {
  const session = await browser?.newBrowserCDPSession();
  await session?.send('Browser.close').catch(() => undefined); // the answer may be lost with the browser
};

describe.skipIf(BROWSER === null)(`an app window of Chromium${NO_BROWSER}`, () => {
  const inChromium = (parts: NodeShellParts): Shell => chromiumShell(parts, BROWSER ?? '');

  it('opens by a one-time ticket, never by the token; closing it ends the desk', async () => {
    const desk = start(inChromium);
    const page = await lookInside(join(folder, 'window'));
    await vi.waitFor(async () => expect(await page.title()).toBe('desk'), PATIENCE_MS);
    expect(core.pages[0]).toEqual({ path: '/', authorization: null, ticket: 'ticket-1' });
    expect(page.url()).not.toContain(core.address.token);
    expect((await fetch(`${core.address.url}/?ticket=ticket-1`)).status).toBe(401);
    expect(desk.said.includes(texts.noSandbox)).toBe(process.getuid?.() === 0);
    await closeWindow();
    expect(await desk.over).toBe(0);
  });

  it('closed while a ladder runs, it says so and goes on; Ctrl-C asks, a second one ends it', async () => {
    const desk = start(inChromium);
    core.state = { ...QUIET, runningLadders: 1 };
    await lookInside(join(folder, 'window'));
    await closeWindow();
    await vi.waitFor(() => expect(desk.said).toContain(texts.closedButRunning(1)), PATIENCE_MS);
    desk.press('SIGINT');
    await vi.waitFor(() => expect(desk.said).toContain(texts.againToStop), PATIENCE_MS);
    desk.press('SIGINT');
    expect(await desk.over).toBe(0);
  });

  it('a second start hands over and ends; SIGTERM ends the first and its window', async () => {
    const first = start(inChromium);
    const page = await lookInside(join(folder, 'window'));
    const second = start(inChromium);
    expect(await second.over).toBe(0);
    await vi.waitFor(() => expect(core.heard.filter(({ path }) => path === '/ticket')).toHaveLength(2), PATIENCE_MS);
    const gone = new Promise((resolve) => page.on('close', resolve));
    first.press('SIGTERM');
    expect(await first.over).toBe(0);
    await gone;
  });

  it('npm start with the real core shows the desk', async () => {
    expect(await ensureBundle(REPOSITORY, process.execPath)).toBe(true);
    const data = join(folder, 'data');
    const child = spawn(process.execPath, [join(REPOSITORY, 'electron', 'main', 'start.ts')], {
      env: {
        ...process.env,
        NIGHTDESK_DATA: data,
        NIGHTDESK_WINDOW: 'chromium',
        NIGHTDESK_BROWSER_ARGS: BROWSER_ARGS,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const over = new Promise<number | null>((resolve) => child.on('exit', resolve));
    try {
      const page = await lookInside(join(data, 'window'));
      await vi.waitFor(async () => expect(await page.title()).toContain('Nightdesk'), PATIENCE_MS);
      expect(page.url()).not.toContain('ticket');
    } finally {
      child.kill('SIGTERM');
    }
    expect(await over).toBe(0);
  });
});

describe('without a window', () => {
  it('says the address with a ticket that is good once', async () => {
    const desk = start(terminalShell);
    const sentence = await vi.waitFor(() => {
      const found = desk.said.find((text) => text.includes('ticket='));
      if (found === undefined) throw new Error('nothing said yet');
      return found;
    }, PATIENCE_MS);
    const address = /http:\S+/.exec(sentence)?.[0] ?? '';
    expect([(await fetch(address)).status, (await fetch(address)).status]).toEqual([200, 401]);
    desk.press('SIGTERM');
    expect(await desk.over).toBe(0);
  });
});
