import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { openAxe } from './axe.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';
import { LOOKS, takeOn } from './looks.ts';

/** Where the pictures go: looked at by a person, not compared by a machine. */
const FOLDER = join(import.meta.dirname, '../../test-results/readiness');

describe.skipIf(NO_BROWSER !== '')(`before the night in the window${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    night = await openNight();
    browser = await openBrowser();
    ({ page, errors } = await openWindow(browser, night.core));
    await page.locator('main.screen').waitFor();
    await page.keyboard.press('v');
    await page.locator('.check').first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await night.end();
  });

  const shoot = (name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  const check = (title: string) =>
    page.locator('.check', { has: page.getByRole('heading', { name: title, exact: true }) });

  it('by keyboard: tonight’s people are tried out after their names were shown, and nobody twice', async () => {
    await check('Fallback').waitFor();
    const due = night.core.api.readiness().tests.people.filter((each) => each.state === 'due');
    expect(due.length).toBeGreaterThan(1);
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (const { name } of due) expect(await dialog.textContent()).toContain(name);
    await shoot('whom');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await night.settle();
    await night.pass('10 s');
    await check('Tried out').getByText('Each of tonight’s people received a text within a week.').waitFor();
    await page.keyboard.press('t');
    expect(await dialog.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('what is not ready is accepted by name, with the reason beside it, and stays what it is', async () => {
    const wanting = page
      .locator('.check-bad, .check-warn')
      .filter({ has: page.getByRole('button', { name: 'Accept…' }) });
    const title = (await wanting.first().locator('h2').textContent()) ?? '';
    await check(title).getByRole('button', { name: 'Accept…' }).press('Enter');
    await page.getByLabel('Why, or what is done instead').waitFor();
    await page.keyboard.type('Rosa looks every hour');
    await shoot('accept');
    await page.keyboard.press('Control+Enter');
    await check(title).getByText('Known and accepted by Rosa Alvarez', { exact: false }).waitFor();
    await check(title).getByText('Rosa looks every hour', { exact: false }).waitFor();
    expect(await check(title).getByText('ready', { exact: true }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it.each(LOOKS)('$width, $language, $theme: nothing serious for axe', async (look) => {
    const { width, language } = look;
    await takeOn(page, look);
    await page.keyboard.press('v');
    await page.locator('.check').first().waitFor();
    const axe = await openAxe(page);
    expect(await axe.serious('main')).toEqual([]);
    await shoot(`checks-${width}-${language}`);
    expect(errors).toEqual([]);
  });
});
