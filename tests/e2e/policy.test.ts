import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Night, openNight, signIn } from '../world.ts';
import { openAxe } from './axe.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** Where the pictures go: looked at by a person, not compared by a machine. */
const FOLDER = join(import.meta.dirname, '../../test-results/policy');
const LOOKS = [
  { width: 1440, height: 900, language: 'en', theme: 'dark' },
  { width: 1024, height: 768, language: 'es', theme: 'light' },
  { width: 1440, height: 900, language: 'es', theme: 'light' },
  { width: 1024, height: 768, language: 'en', theme: 'dark' },
] as const;

describe.skipIf(NO_BROWSER !== '')(`ladders in the window${NO_BROWSER}`, () => {
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
  const toPolicy = async () => {
    await page.keyboard.press('Alt+5');
    await page.locator('[data-tab=policy]').click();
    await page.locator('.ladder-line').first().waitFor();
  };

  it('by keyboard alone: a property gets a ladder of its own, with a delay and a copy, and it is signed', async () => {
    await toPolicy();
    await page.getByLabel('Ladders of').focus();
    await page.keyboard.type('Maple');
    await page.getByRole('button', { name: 'Make it its own' }).press('Enter');
    const firstStep = page.locator('.step-row').first();
    await firstStep.getByLabel('call: minutes after the step').press('3');
    await firstStep.getByLabel('Step 1: also wake').focus();
    await page.keyboard.type('owner');
    await page.keyboard.press('Enter');
    await firstStep.getByLabel('for information').last().press('Space');
    await shoot('own-ladder');
    const sign = page.getByLabel('Your name, to sign');
    await sign.focus();
    await page.keyboard.type('Priya Shah');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Version 1, signed by Priya Shah').waitFor();
    const { properties } = night.core.api.portfolio();
    const maple = properties.find((each) => each.name.startsWith('Maple'));
    const layer = night.core.api.policyLayer(`property:${maple?.id}`)?.layer;
    expect(layer?.ladders.P1?.steps[0]?.targets).toMatchObject([
      { afterMin: { voice: 3 } },
      { target: { kind: 'role', role: 'owner' }, isCopy: true },
    ]);
    expect(layer?.ladders.P2).toBeUndefined();
    expect(errors).toEqual([]);
  });

  it('before dispatch and while it runs, the ladder of one incident is changed by keyboard', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+1');
    await page.locator('main.screen-desk').waitFor();
    await page.keyboard.press('n');
    const words = page.locator('textarea').first();
    await words.fill('water is running through the ceiling, it is near the light');
    await page.locator('.ladder-step').first().waitFor();
    await page.keyboard.press('Alt+l');
    const second = page.getByLabel('Step 2: minutes after the one before');
    await second.fill('3');
    await page.getByText('step 2: 8 → 3 min').waitFor();
    await shoot('report-for-this');
    await page.keyboard.press('Control+Enter');
    await page.locator('#incident').waitFor();
    await page.locator('.queue-table tr').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.locator('#incident').waitFor();
    await page.keyboard.press('3');
    await page.getByText('Changed for this incident only').waitFor();
    await page.keyboard.press('Alt+l');
    await page.getByLabel('Step 3: minutes after the one before').fill('5');
    await page.getByLabel('Why').fill('She knows the building');
    // The next step fires before it is sent.
    await night.pass('3 min');
    await page.getByText('A step fired meanwhile, as it was before.', { exact: false }).waitFor();
    expect(await page.getByLabel('Step 2: minutes after the one before').count()).toBe(0);
    expect(await page.getByLabel('Step 3: minutes after the one before').inputValue()).toBe('5');
    expect(await page.getByLabel('Why').evaluate((node) => node === document.activeElement)).toBe(true);
    await shoot('incident-for-this');
    await page.keyboard.press('Enter');
    await page.locator('.for-this-form').waitFor({ state: 'detached' });
    await page.keyboard.press('1');
    await page.getByText('changed the ladder for this incident only').waitFor();
    await page.keyboard.press('l');
    await shoot('jump');
    const [incident] = night.core.api.queueList('all').ids;
    const run = night.incident(incident ?? '').ladderRun;
    expect(run).toMatchObject({ isForThisOnly: true });
    expect(run?.ladder.steps.map((each) => each.afterPreviousMin)).toEqual([0, 3, 5, 7, 8]);
    expect(errors).toEqual([]);
  });

  it.each(LOOKS)(
    '$width, $language, $theme: a place, its versions, a ladder before dispatch; nothing serious for axe',
    async (look) => {
      const { width, height, language, theme } = look;
      const found: string[] = [];
      await page.setViewportSize({ width, height });
      await page.evaluate(
        (preferred) =>
          localStorage.setItem('nightdesk.preferences', JSON.stringify({ ...preferred, hasLetterKeys: true })),
        { theme, language },
      );
      await page.reload();
      await page.locator('main.screen').waitFor();
      await toPolicy();
      const axe = await openAxe(page);
      const name = `${width}-${language}`;
      await shoot(`company-${name}`);
      found.push(...(await axe.serious('main')));
      const place = page.locator('.policy-head select').first();
      await place.selectOption({ index: 2 });
      const maple = await page.locator('option', { hasText: 'Maple' }).first().getAttribute('value');
      await place.selectOption(maple);
      await page.locator('.own-or-inherited').waitFor();
      await page.locator('.version-row button').first().click();
      await page.locator('.version-changes').waitFor();
      await shoot(`property-${name}`);
      found.push(...(await axe.serious('main')));
      await page.keyboard.press('Alt+1');
      await page.keyboard.press('n');
      await page.locator('textarea').first().fill('water is running through the ceiling');
      await page.locator('.ladder-step').first().waitFor();
      await page.keyboard.press('Alt+l');
      await page.locator('.for-this-step').first().waitFor();
      await shoot(`report-${name}`);
      found.push(...(await axe.serious('main')));
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
    },
  );
});
