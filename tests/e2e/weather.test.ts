import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { openAxe } from './axe.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** The weather from the keyboard alone: switched by hand, said in the header, taken back. */
describe.skipIf(NO_BROWSER !== '')(`the weather on the screen${NO_BROWSER}`, () => {
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

  it('rule 7: freeze mode is switched by hand from the command bar, with an end and words', async () => {
    ({ page, context } = await openWindow(browser, night.core));
    await page.locator('main.screen-desk').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(/^Command/).waitFor();
    await page.keyboard.type('freeze');
    await page.getByText('Switch freeze or heat mode by hand').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Switch freeze or heat mode by hand' }).waitFor();
    // Until tomorrow 08:00 in New York; the words are still missing.
    await page.getByText('Until Sat 08:00').waitFor();
    await page.keyboard.press('Control+Enter');
    expect(night.core.api.weather().switches).toEqual([]);
    await page.getByLabel('Why, in your words').fill('pipes froze at Elm');
    await page.keyboard.press('Control+Enter');
    await page
      .locator('.dots')
      .getByText(/freeze mode since 23:41, by hand/)
      .waitFor();
    expect(night.core.api.weather().switches).toMatchObject([
      { mode: 'freeze', place: 'company', words: 'pipes froze at Elm', untilAt: Date.UTC(2026, 10, 21, 13, 0) },
    ]);
  });

  it('the settings of the weather can be read and worked by everybody', async () => {
    ({ page, context } = await openWindow(browser, night.core));
    await page.locator('main.screen-desk').waitFor();
    await page.evaluate(() => {
      window.location.hash = '#/settings/weather';
    });
    await page.getByRole('heading', { name: 'Weather service' }).waitFor();
    const axe = await openAxe(page);
    expect(await axe.serious('#screen')).toEqual([]);
    await page.getByLabel('Ask the weather service').click();
    await page.getByLabel('E-mail it can write to').fill('ops@example.com');
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.getByText(/No property has coordinates/).waitFor({ timeout: PATIENCE_MS });
  });
});
