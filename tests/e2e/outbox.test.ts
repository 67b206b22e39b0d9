import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKannelSink } from '../integration/kannel-sink.ts';
import { PATIENCE_MS } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { openAxe } from './axe.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';
import { LOOKS, takeOn } from './looks.ts';

/** Where the pictures go: looked at by a person, not compared by a machine. */
const FOLDER = join(import.meta.dirname, '../../test-results/outbox');

describe.skipIf(NO_BROWSER !== '')(`the outbox in the window${NO_BROWSER}`, () => {
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
  });
  afterAll(async () => {
    await browser.close();
    await night.end();
  });

  const shoot = (name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`) });
  /** Its keys act as soon as its tabs are there. */
  const toOutbox = async () => {
    await page.keyboard.press('Alt+0');
    await page.locator('[data-tab=waiting][aria-selected=true]').waitFor();
  };
  const rows = () => page.locator('.outbox-table tbody tr');
  const inBox = (filter: 'waiting' | 'trouble' | 'all') => night.core.api.outbox(filter);

  it('from the gateway’s light and from the command bar; it says what to do while it is empty', async () => {
    await page.getByRole('button', { name: /gateway.*Outbox/ }).press('Enter');
    await page.getByText('Nothing waits to leave').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('main.screen-desk').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('outbox');
    await page.keyboard.press('Enter');
    await page.locator('main.screen-outbox').waitFor();
    expect(errors).toEqual([]);
  });

  it('by keyboard: what waits says why, one is called back, another tried at once', async () => {
    night.core.api.practiceTrouble('down');
    await night.report({ text: 'water is pouring through the ceiling', place: 'maple 14b' });
    await page.getByText('practice gateway: cannot be reached, as set').first().waitFor();
    await page.getByText('#1001').first().waitFor();
    const before = inBox('waiting').length;
    expect(before).toBeGreaterThan(1);
    await shoot('waiting');
    await page.keyboard.press('j');
    await page.locator('.outbox-table tr.is-chosen').nth(0).waitFor();
    await page.keyboard.press('x');
    await page.getByText('It will not leave any more.').waitFor();
    // In the window too: its keys are about what it shows.
    await expect.poll(() => rows().count(), { timeout: PATIENCE_MS }).toBe(before - 1);
    expect(inBox('waiting')).toHaveLength(before - 1);
    night.core.api.practiceTrouble('none');
    await page.keyboard.press('t');
    await page.getByText('It is tried again now.').waitFor();
    await night.settle();
    await night.pass('5 s');
    await page.keyboard.press('4');
    await page.locator('.outbox-arrived').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('what may have arrived is sent again only after a question', async () => {
    // It takes each and never says so.
    const sink = await openKannelSink();
    const used = await night.core.api.saveGateway({ kind: 'kannel', config: { ...sink.config, callbackPort: 0 } });
    expect(used).toMatchObject({ ok: true });
    sink.answerWith(() => 'lose');
    await night.report({ text: 'locked out, lost my keys, I am outside', place: 'elm 3' });
    await night.pass('10 s');
    expect(inBox('trouble').filter((each) => each.mayBeTwice)).not.toEqual([]);
    await toOutbox();
    await page.keyboard.press('2');
    await rows().first().waitFor();
    await shoot('unknown');
    const asked = inBox('trouble').find((each) => each.mayBeTwice);
    expect(asked).toBeDefined();
    const [entries, key] = [inBox('trouble'), asked?.key];
    const at = entries
      .filter((each) => ['unknown', 'unconfirmed'].includes(each.state))
      .findIndex((each) => each.key === key);
    for (let index = 0; index < at; index += 1) await page.keyboard.press('j');
    await page.keyboard.press('t');
    await page.getByRole('dialog', { name: 'It may arrive twice' }).waitFor();
    sink.answerWith(() => 'accept');
    await shoot('twice');
    await page.keyboard.press('Control+Enter');
    await page.getByText('It is tried again now.').waitFor();
    await sink.stop();
    expect(errors).toEqual([]);
  });

  it.each(LOOKS)('$width, $language, $theme: nothing serious for axe', async (look) => {
    const { width, language } = look;
    await takeOn(page, look);
    await toOutbox();
    await page.keyboard.press('4');
    await rows().first().waitFor();
    const axe = await openAxe(page);
    expect(await axe.serious('main')).toEqual([]);
    await shoot(`all-${width}-${language}`);
    expect(errors).toEqual([]);
  });
});
