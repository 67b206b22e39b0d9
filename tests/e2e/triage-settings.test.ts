import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** A manager changes a card, tries it on past words, signs it, and takes it back. */
describe.skipIf(NO_BROWSER !== '')(`triage in settings${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];

  beforeAll(async () => {
    night = await openNight();
    browser = await openBrowser();
    ({ page, errors } = await openWindow(browser, night.core));
    await page.locator('main.screen').waitFor();
    await page.keyboard.press('Alt+5');
    await page.getByRole('tab', { name: 'Triage', exact: true }).click();
  });
  afterAll(async () => {
    await browser?.close();
    await night?.end();
  });

  const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
  const company = () => night.core.api.triageLayer('company')?.layer;
  const version = () => expect.poll(() => company()?.version, { timeout: PATIENCE_MS });

  it('a phrase and a number: warned, tried on the bench, saved by key, had back by key', async () => {
    await page.getByRole('button', { name: 'Add a phrase' }).click();
    await page.getByRole('textbox', { name: 'Words' }).fill('boiler room');
    await page.getByLabel('At least').selectOption('P1');
    const cold = page.getByRole('textbox', { name: 'No heat is P1 below, by day' });
    await cold.fill('20');
    await page.getByText('From 32 to 80 °F; this is 20.').first().waitFor();
    expect(await page.getByRole('button', { name: /^Sign and save/ }).isDisabled()).toBe(true);
    await cold.fill('40');
    await page.getByText('Fewer texts will be P1: cold inside by day').waitFor();
    await page.getByRole('button', { name: 'Try on the bench' }).click();
    await page
      .getByRole('textbox', { name: 'Texts, one on each line' })
      .fill('a noise in the boiler room\nfaucet drips\n');
    await page.keyboard.press('Alt+Enter');
    await page.getByText(/2 texts judged in/).waitFor();
    await page.locator('.bench-up', { hasText: '1' }).waitFor();
    expect(await page.locator('.bench-table tbody tr').count()).toBe(1);
    await page.keyboard.press('Control+Enter');
    await version().toBe(1);
    expect(company()).toMatchObject({ signedBy: 'Rosa Alvarez', numbers: { coldInsideDayF: 40 } });
    await page.getByText('Saved as version 1.').waitFor();
    await page.keyboard.press('Alt+z');
    await version().toBe(2);
    expect(company()).toMatchObject({ numbers: {}, phrases: [] });
  });

  it('a card: its questions moved by keyboard, an answer lowered with a warning, put back to the product’s', async () => {
    await tab('Cards');
    const lines = page.locator('.question-open');
    await lines.nth(0).waitFor();
    const first = await lines.nth(0).getAttribute('data-question');
    await lines.nth(0).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => lines.nth(1).getAttribute('data-question'), { timeout: PATIENCE_MS }).toBe(first);
    // The cursor went with it, so the same keys take it back.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-question')), { timeout: PATIENCE_MS })
      .toBe(first);
    await page.keyboard.press('Enter');
    const tiers = page.getByLabel(/^Answer \d leads to$/);
    const values = await tiers.evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value)); // the label is that of a select
    const grave = values.indexOf('P1');
    expect(grave).toBeGreaterThanOrEqual(0);
    await tiers.nth(grave).selectOption('P3');
    await page.getByText(/was P1 and is now P3/).waitFor();
    await page.getByRole('textbox', { name: 'Question, English' }).fill('');
    await page.getByText(/words are missing in a language/).waitFor();
    await page.getByRole('textbox', { name: 'Question, English' }).fill('Where does it run?');
    await page.keyboard.press('Control+Enter');
    await version().toBe(3);
    expect(company()?.cards.plumbing).toMatchObject({ version: 'company 3', signedBy: 'Rosa Alvarez' });
    await page.getByRole('button', { name: 'Take the product’s card' }).click();
    await page.keyboard.press('Control+Enter');
    await version().toBe(4);
    expect(company()?.cards).toEqual({});
  });

  it('somebody else’s version is not overwritten, and what was typed stays', async () => {
    await tab('Numbers and phrases');
    const hot = page.getByRole('textbox', { name: 'No cooling is P2 inside at or above' });
    await hot.fill('84');
    const theirs = company();
    if (!theirs) throw new Error('no layer of the company');
    night.core.api.saveTriageLayer({ ...theirs, preset: 'chicago' });
    await page.getByText(/Somebody saved version 5 meanwhile/).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Nothing was overwritten/).waitFor();
    expect(await hot.inputValue()).toBe('84');
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await expect.poll(() => page.getByLabel('Begin with').inputValue(), { timeout: PATIENCE_MS }).toBe('chicago');
    expect(company()).toMatchObject({ version: 5, numbers: {} });
  });

  it('a review is signed', async () => {
    await tab('About triage');
    await page.getByText('Not looked over yet.').waitFor();
    await page.getByRole('button', { name: 'Reviewed: sign for it' }).click();
    await page.getByText(/Last looked over .* by Rosa Alvarez/).waitFor();
    expect(night.core.api.triageAbout().review).toMatchObject({ by: 'Rosa Alvarez', companyVersion: 5 });
    expect(errors).toEqual([]);
  });
});
