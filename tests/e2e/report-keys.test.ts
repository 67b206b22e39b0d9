import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** Whoever presses N types on at once: no key may be lost, however late the form comes. */
describe.skipIf(NO_BROWSER !== '')(`keys after N${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;

  beforeAll(async () => {
    night = await openNight();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await night?.end();
  });

  const number = (page: Page) => page.getByRole('textbox', { name: /caller.s number/i });
  const name = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true });
  const typeOn = async (page: Page) => {
    await page.keyboard.press('n');
    await page.keyboard.type('20255501998');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Pat');
  };
  const expectTyped = async (page: Page) => {
    await expect.poll(() => name(page).inputValue(), { timeout: PATIENCE_MS }).toBe('Pat');
    expect(await number(page).inputValue()).toBe('2025550199');
    expect(night.core.api.queueList('all').ids).toEqual([]);
  };

  it('go into the form that is loaded already', async () => {
    const { page, context, errors } = await openWindow(browser, night.core);
    await page
      .getByText(/new report/i)
      .first()
      .waitFor();
    await typeOn(page);
    await expectTyped(page);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('wait for a form that still has to be fetched, and go into it in order', async () => {
    const { page, context, errors } = await openWindow(browser, night.core);
    let letThrough: () => void = () => undefined;
    const typed = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route(/\/assets\/report-[^/]*\.js$/, async (route) => {
      await typed;
      await route.continue();
    });
    await page.reload();
    await page
      .getByText(/new report/i)
      .first()
      .waitFor();
    await typeOn(page);
    expect(await number(page).count()).toBe(0);
    letThrough();
    await expectTyped(page);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('make no unfinished report of a number that was taken out again', async () => {
    const { page, context } = await openWindow(browser, night.core);
    const dana = night.core.api.places('maple 14b')[0]?.residents[0];
    await page
      .getByText(/new report/i)
      .first()
      .waitFor();
    for (const { id } of night.core.api.drafts()) night.core.api.discardDraft(id);
    await page.keyboard.press('n');
    await number(page).fill(dana?.phone ?? '');
    await page.getByText('Maple Court 14B').first().waitFor();
    await expect.poll(() => night.core.api.drafts().length, { timeout: PATIENCE_MS }).toBe(1);
    await number(page).fill('');
    await page.keyboard.press('Escape');
    await expect.poll(() => night.core.api.drafts(), { timeout: PATIENCE_MS }).toEqual([]);
    await page.keyboard.press('n');
    await number(page).waitFor();
    expect(await page.getByText('Unfinished reports').count()).toBe(0);
    await context.close();
  });
});
