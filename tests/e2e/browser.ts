import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Core } from '#core';
import { PATIENCE_MS } from '../patience.ts';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const PROGRAM = PROGRAMS.find((each) => existsSync(each)) ?? null;

/** Why browser tests are skipped, as the end of their name; empty where there is a browser. */
export const NO_BROWSER = PROGRAM === null ? ' (skipped: no Chromium or Chrome on this machine)' : '';

/** Starts the installed Chromium without a window. As root it wants to run without its sandbox. */
export async function openBrowser(): Promise<Browser> {
  if (PROGRAM === null) throw new Error('no Chromium on this machine');
  return chromium.launch({
    executablePath: PROGRAM,
    timeout: PATIENCE_MS,
    args: [
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

export type WindowOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'dark' | 'light';
  readonly language?: 'en' | 'es';
};

/** A window on a core, let in by a one-time ticket as the desktop shell does it. Fails the test on any page error. */
export async function openWindow(
  browser: Browser,
  core: Pick<Core, 'url' | 'token'>,
  options: WindowOptions = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.scheme ?? 'dark',
    locale: options.language === 'es' ? 'es-US' : 'en-US',
    reducedMotion: 'reduce',
  });
  // Playwright's own limit ends first, since only it can say what was waited for.
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const response = await fetch(`${core.url}/ticket`, {
    method: 'POST',
    headers: { authorization: `Bearer ${core.token}` },
  });
  const { ticket } = (await response.json()) as { ticket: string }; // the core's own answer
  await page.goto(`${core.url}/?ticket=${ticket}`);
  return { page, context, errors };
}
