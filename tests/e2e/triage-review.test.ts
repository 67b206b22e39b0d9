import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** The manager marks a whole night without a mouse. */
describe.skipIf(NO_BROWSER !== '')(`triage review by keyboard${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;

  beforeAll(async () => {
    night = await openNight();
    await night.report({ text: 'water is pouring through the ceiling light', place: 'maple 14b' });
    await night.pass('1 min');
    await night.report({ text: 'locked out, lost my keys, I am outside', place: 'elm 3' });
    await night.pass('1 min');
    const fan = await night.report({ text: 'the bathroom fan makes a noise', place: 'maple 2a' });
    await night.act({ type: 'changeTier', incidentId: fan, tier: 'P1', reason: 'now it smokes' });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await night?.end();
  });

  const marks = () =>
    night.core.api
      .triageReview(7)
      .done.map((item) => `${item.row.text.split(' ')[0]} ${item.mark?.mark} ${item.mark?.by}`);
  const shown = async (page: Page, words: string) =>
    page.locator('.case-card', { hasText: words }).waitFor({ timeout: PATIENCE_MS });

  it('gives a mark a key, moves on by itself, and has the last one back', async () => {
    const { page, context, errors } = await openWindow(browser, night.core);
    await page.locator('main.screen').waitFor();
    await page.keyboard.press('Alt+3');
    await page.locator('main.screen-reports h1').waitFor();
    await page.keyboard.press('t');
    await shown(page, 'bathroom fan');
    // A P3 cannot have been too high: the key is refused in words, and nothing moves.
    await page.keyboard.press('2');
    await page.getByText('this mark cannot be meant').waitFor();
    // Held down, a key is still one mark: the next incident has not been looked at.
    for (let times = 0; times < 5; times += 1) await page.keyboard.down('3');
    await page.keyboard.up('3');
    await shown(page, 'locked out');
    await expect.poll(marks, { timeout: PATIENCE_MS }).toEqual(['the tooLow Rosa Alvarez']);
    await page.keyboard.press('2');
    await shown(page, 'ceiling light');
    await page.keyboard.press('1');
    await page.getByText('Everything is marked').waitFor();
    await expect
      .poll(marks, { timeout: PATIENCE_MS })
      .toEqual(['the tooLow Rosa Alvarez', 'locked tooHigh Rosa Alvarez', 'water right Rosa Alvarez']);
    await page.keyboard.press('Control+z');
    await shown(page, 'ceiling light');
    await expect.poll(marks, { timeout: PATIENCE_MS }).toHaveLength(2);
    await page.locator('.review-figures', { hasText: '2 of 3 (67 %)' }).waitFor();
    await page.locator('.review-figures', { hasText: 'too few to say' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('walks the list, and corrects a mark without moving away from it', async () => {
    const { page, context, errors } = await openWindow(browser, night.core);
    await page.locator('main.screen').waitFor();
    await page.keyboard.press('Alt+3');
    await page.locator('main.screen-reports h1').waitFor();
    await page.keyboard.press('t');
    await shown(page, 'ceiling light');
    await page.keyboard.press('j');
    await shown(page, 'bathroom fan');
    await page.keyboard.press('j');
    await shown(page, 'locked out');
    await page.keyboard.press('1');
    await page.locator('.case.is-on .mark-right').waitFor();
    await shown(page, 'locked out');
    await expect.poll(marks, { timeout: PATIENCE_MS }).toContain('locked right Rosa Alvarez');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('gives a mark from the incident itself, by name', async () => {
    const { page, context, errors } = await openWindow(browser, night.core);
    await page.locator('main.screen').waitFor();
    await page.getByText('#1001').first().click();
    await page.locator('.incident-head').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('triage gave was: too high');
    await page.getByRole('option', { name: /too high/i }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(marks, { timeout: PATIENCE_MS }).toContain('water tooHigh Rosa Alvarez');
    expect(errors).toEqual([]);
    await context.close();
  });
});
