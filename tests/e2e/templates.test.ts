import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Night, openNight, signIn } from '../world.ts';
import { openAxe } from './axe.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';
import { LOOKS, takeOn } from './looks.ts';

/** Where the pictures go: looked at by a person, not compared by a machine. */
const FOLDER = join(import.meta.dirname, '../../test-results/templates');

describe.skipIf(NO_BROWSER !== '')(`texts to residents in the window${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    night = await openNight();
    await signIn(night.core, 'manager');
    browser = await openBrowser();
    ({ page, errors } = await openWindow(browser, night.core));
    await page.locator('main.screen').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await night.end();
  });

  const shoot = (name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`) });
  const toTemplates = async () => {
    await page.keyboard.press('Alt+5');
    await page.locator('[data-tab=templates]').click();
    await page.locator('.template-area').waitFor();
  };
  const area = () => page.locator('.template-area');

  it('by keyboard alone: a text is worded, what it costs and misses is said while typing, and it is signed', async () => {
    await toTemplates();
    await page.locator('[data-template=receipt]').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-template=stepping][aria-current]').waitFor();
    await area().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Atención, {naem}: we are looking.');
    await page.getByText('{naem} is no variable of this text. It knows {next}.').waitFor();
    await page.getByText('{next} has to stay: each text promises the next.').waitFor();
    await page.getByText('ó is not in the plain alphabet of SMS').waitFor();
    await page.getByText('1 segment', { exact: true }).waitFor();
    await shoot('trouble');
    await page.getByRole('button', { name: 'Write it in plain letters' }).press('Enter');
    expect(await area().inputValue()).toBe('Atencion, {naem}: we are looking.');
    await area().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Still on it. More by ');
    await page.getByRole('button', { name: 'Insert next at the cursor' }).press('Enter');
    await area().focus();
    await page.keyboard.press('End');
    await page.keyboard.type('.');
    await page.locator('.template-bubble', { hasText: 'Still on it. More by 12:45 AM.' }).waitFor();
    await page.getByLabel('Your name, to sign').focus();
    await page.keyboard.type('Priya Shah');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Version 1, signed by Priya Shah').waitFor();
    expect(night.core.api.templates().signed).toMatchObject([
      { id: 'stepping.en', text: 'Still on it. More by {next}.', version: 1 },
    ]);
    await page.getByRole('button', { name: 'Back to the built-in text' }).press('Enter');
    await page.getByLabel('Your name, to sign').fill('Priya Shah');
    await page.keyboard.press('Control+Enter');
    await page.getByText('As built in again').waitFor();
    expect(night.core.api.templates().signed[0]).toMatchObject({ text: null, version: 2 });
    expect(errors).toEqual([]);
  });

  it('another wording that was signed while one is typed is said before it is replaced', async () => {
    const { version = 0 } = night.core.api.templates().signed.find((each) => each.id === 'stepping.en') ?? {};
    await area().fill('We are on it. More by {next}.');
    const other = { kind: 'stepping', language: 'en', text: 'Looking. More by {next}.', version } as const;
    expect(night.core.api.saveTemplate({ ...other, signedAs: 'Priya Shah' })).toMatchObject({ ok: true });
    await page.getByText(`Priya Shah signed version ${version + 1} while you typed.`, { exact: false }).waitFor();
    expect(await area().inputValue()).toBe('We are on it. More by {next}.');
    await page.getByRole('button', { name: 'Discard changes' }).press('Enter');
    expect(await area().inputValue()).toBe('Looking. More by {next}.');
    expect(errors).toEqual([]);
  });

  it.each(LOOKS)('$width, $language, $theme: nothing serious for axe', async (look) => {
    const { width, language } = look;
    await takeOn(page, look);
    await toTemplates();
    const axe = await openAxe(page);
    const found = [...(await axe.serious('main'))];
    await shoot(`receipt-${width}-${language}`);
    await page.locator('[data-template=safety-gas]').click();
    await page.locator('[data-tab=es]').click();
    await area().fill('GAS: salgan ya de ahí. Atención.');
    await page.locator('.template-costly').waitFor();
    found.push(...(await axe.serious('main')));
    await shoot(`gas-${width}-${language}`);
    expect(found).toEqual([]);
    expect(errors).toEqual([]);
  });
});
