import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

describe.skipIf(NO_BROWSER !== '')(`setting up a company${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;

  beforeAll(async () => {
    night = await openNight({ isFirstRun: true });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await night?.end();
  });

  it('leads to the first field that is wrong, says why beside it, and shows the PIN only when asked', async () => {
    const { page, errors } = await openWindow(browser, night.core);
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    const pin = page.getByLabel('Your PIN (4 to 12 digits)');
    await page.getByRole('button', { name: /set up my company/i }).click();
    await field('Name of the company').fill('Harbor Homes');
    await pin.fill('2468');
    expect(await pin.getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await pin.getAttribute('type')).toBe('text');
    await page.getByLabel('PIN again').fill('2486');
    await page.keyboard.press('Enter');
    await page.getByText('Your name is needed', { exact: false }).waitFor();
    expect(await field('Your name').evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await field('Your name').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('Rosa');
    await page.keyboard.press('Enter');
    await page.getByText('The two PINs differ.').waitFor();
    expect(await page.getByText('Your name is needed', { exact: false }).count()).toBe(0);
    expect(night.core.api.appInfo().isFirstRun).toBe(true);
    await page.getByLabel('PIN again').fill('2468');
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('PIN').waitFor();
    expect(night.core.api.appInfo()).toMatchObject({ company: 'Harbor Homes', isFirstRun: false });
    expect(errors).toEqual([]);
  });
});
