import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** What a tired hand must be able to trust: keys that mean one thing, and a screen that says when it is old. */
describe.skipIf(NO_BROWSER !== '')(`keys and failures at the desk${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    night = await openNight();
  });
  afterEach(async () => {
    await context?.close();
    await night?.end();
  });
  afterAll(async () => {
    await browser?.close();
  });

  const open = async () => {
    ({ page, context } = await openWindow(browser, night.core));
    await page.locator('main.screen-desk').waitFor();
  };
  const sounding = () => night.core.api.alarms().filter((alarm) => alarm.isSilencedUntil === null);
  const unanswered = async (): Promise<string> => {
    const id = await night.report({ text: 'agua cayendo del techo sobre la luz', place: 'maple 14b' });
    await night.pass('30 min');
    expect(sounding()).not.toEqual([]);
    return id;
  };

  it('M says "heard" on every screen while an alarm sounds, and makes no handoff', async () => {
    await unanswered();
    await open();
    await page.keyboard.press('Alt+3');
    await page.locator('main.screen-reports').waitFor();
    await page.getByRole('button', { name: /^heard/i }).waitFor();
    await page.keyboard.press('m');
    await expect.poll(() => sounding().length, { timeout: PATIENCE_MS }).toBe(0);
    await page.getByText(/sounds again/).waitFor();
    await page.keyboard.press('m');
    await page.keyboard.press('Alt+1');
    await page.locator('main.screen-desk').waitFor();
    expect(night.core.api.handoffs().filter(({ hasDocument }) => hasDocument)).toEqual([]);
  });

  it('R and Enter end nothing: an outcome is never chosen beforehand', async () => {
    const id = await unanswered();
    await open();
    await page.getByText('#1001').first().click();
    await page.locator('.incident-head').waitFor();
    await page.keyboard.press('r');
    await page.getByRole('form', { name: 'Resolve' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/still missing/i).waitFor();
    expect(night.incident(id).row.status).toBe('running');
  });

  it('the command bar has the cursor in the moment in which it is asked for', async () => {
    await open();
    const hasCursor = await page.evaluate(async () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
      // Microtasks only: no real key can come between them.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return document.activeElement?.getAttribute('role') === 'combobox';
    });
    expect(hasCursor).toBe(true);
  });

  it('digits answer the line that is open, also after the desk was left and come back to', async () => {
    await night.report({ text: 'agua cayendo del techo sobre la luz', place: 'maple 14b' });
    await night.phone('Marcus Chen').replies('1 30');
    await open();
    await page.getByText('#1001').first().click();
    await page.keyboard.press('z');
    await page.locator('.call-number').waitFor();
    await page.keyboard.press('Alt+2');
    await page.locator('main.screen-oncall').waitFor();
    await page.keyboard.press('Alt+1');
    await page.locator('.call-number').waitFor();
    await page.keyboard.press('2');
    await page.locator('.call-number').waitFor({ state: 'detached' });
  });

  it('whoever signs out is told what is still open', async () => {
    await unanswered();
    await open();
    await page.keyboard.press('q');
    const warning = page.getByRole('alert').filter({ hasText: /still open/i });
    await warning.waitFor();
    expect(await warning.textContent()).toMatch(/1\s*P1/);
    await page.keyboard.press('Escape');
    await warning.waitFor({ state: 'detached' });
    expect(night.core.api.session().deskSession).not.toBeNull();
  });

  it('says since when the screen is old while the core cannot read, and recovers with no hand', async () => {
    await open();
    const sentence = { en: 'The disk does not answer.', es: 'El disco no responde.' };
    const error = { message: 'x', code: -32603, data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, sentence } };
    await page.route(/\/trpc\/[^?]*timers/, (route) => {
      const names = new URL(route.request().url()).pathname.replace(/.*\/trpc\//, '').split(',');
      return route.fulfill({ status: 500, json: names.map(() => ({ error })) });
    });
    await night.report({ text: 'locked out, lost my keys, I am outside', place: 'elm 3' });
    const bar = page.getByRole('alert').filter({ hasText: sentence.en });
    await bar.waitFor();
    expect(await bar.textContent()).toMatch(/as of \d\d:\d\d/);
    await page.unroute(/\/trpc\/[^?]*timers/);
    await bar.waitFor({ state: 'detached' });
    await page.locator('.timer').first().waitFor();
  });

  it('letters of a sentence whose field is gone press no keys', async () => {
    const id = await night.report({ text: 'agua cayendo del techo sobre la luz', place: 'maple 14b' });
    await open();
    await page.getByText('#1001').first().click();
    await page.locator('.incident-head').waitFor();
    await page.keyboard.press('i');
    await page.locator('.line').getByRole('textbox').first().fill('the panel is hot');
    await page.keyboard.press('Enter');
    await page.locator('.line').waitFor({ state: 'detached' });
    await page.keyboard.type('rqo and wet');
    await page.getByText(/letters you typed did nothing/i).waitFor();
    expect(await page.locator('.line').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(night.incident(id).row.status).toBe('running');
  });
});
