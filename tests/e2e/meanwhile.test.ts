import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** Where the pictures go: looked at by a person, not compared by a machine. */
const FOLDER = join(import.meta.dirname, '../../test-results/meanwhile');
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 768 };

/** What the desk does between a yes and the end, by keyboard: every act one line that says whom it wakes or tells. */
describe.skipIf(NO_BROWSER !== '')(`between the yes and the end${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];
  let id: string;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    night = await openNight();
    id = await night.report({ text: 'agua cayendo del techo sobre la luz', place: 'maple 14b' });
    browser = await openBrowser();
    ({ page, errors } = await openWindow(browser, night.core));
    await page.getByText('Waiting for Marcus Chen', { exact: true }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await night.end();
  });

  const picture = (name: string, size: string) => page.screenshot({ path: join(FOLDER, `${name}-${size}.png`) });
  /** Both sizes of what is shown; the wider one stays. */
  const look = async (name: string) => {
    await page.setViewportSize(NARROW);
    await page.locator('.now').waitFor();
    await picture(name, 'narrow');
    await page.setViewportSize(WIDE);
    await page.locator('.now').waitFor();
    await picture(name, 'wide');
  };
  /** Opens a line by its key and fills it in, at both sizes; the panels are others then, so it is opened anew. */
  const open = async (key: string, name: string, fill: () => Promise<void>) => {
    await page.setViewportSize(NARROW);
    await page.locator('main.screen-desk').waitFor();
    await page.keyboard.press(key);
    await fill();
    await picture(name, 'narrow');
    await page.keyboard.press('Escape');
    await page.setViewportSize(WIDE);
    await page.locator('.now').waitFor();
    await page.keyboard.press(key);
    await fill();
    await picture(name, 'wide');
  };
  const effect = () => page.locator('.line-effect').textContent();
  const done = async (text: RegExp) => {
    await page.getByText(text).first().waitFor();
    await page.locator('form.line').waitFor({ state: 'detached' });
    await night.settle();
    // Letters rest for a moment after a line.
    await page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 800)));
  };
  const now = (text: string | RegExp) => page.locator('.now').getByText(text).waitFor();

  it('P holds the ladder, says until when, and P again lets it go on', async () => {
    await open('p', 'hold', () => page.getByRole('textbox', { name: /reason/i }).fill('calling her back'));
    expect(await effect()).toMatch(/Nobody more is woken meanwhile/);
    await page.keyboard.press('Enter');
    await done(/is held for 10 min/);
    await now(/Held by Rosa Alvarez until 23:51: calling her back/);
    await look('held');
    await page.keyboard.press('p');
    expect(await effect()).toMatch(/goes on now instead of at 23:51/);
    await page.keyboard.press('Enter');
    await done(/the ladder goes on/);
    expect(night.incident(id).hold).toBeNull();
  });

  it('Y adds a person by name and names them before Enter', async () => {
    await open('y', 'add', async () => {
      await page.getByRole('combobox', { name: /who/i }).selectOption({ label: 'Luis Herrera (Harbor & Vine)' });
      await page.getByRole('textbox', { name: /why/i }).fill('lives next door');
    });
    expect(await effect()).toMatch(/Wakes Luis Herrera now/);
    await page.keyboard.press('Enter');
    await done(/Luis Herrera is being asked/);
  });

  it('0 stands one person down', async () => {
    await open('0', 'stand-down', async () => {
      await page.getByText('L. Herrera', { exact: true }).click();
      await page.getByRole('textbox', { name: /why/i }).fill('not needed');
    });
    expect(await effect()).toMatch(/Tells Luis Herrera to stand down/);
    await page.keyboard.press('Enter');
    await done(/Luis Herrera is told to stand down/);
  });

  it('F asks the next vendor in order, and the now card says who comes', async () => {
    await night.phone('Marcus Chen').replies('1 30');
    await now(/Marcus Chen \(Harbor Plumbing\) has it/);
    await open('f', 'vendor', () => page.getByRole('textbox', { name: /reason/i }).fill('needs pumps'));
    expect(await effect()).toMatch(/Asks DryRight on-call to come/);
    await page.keyboard.press('Enter');
    await done(/DryRight on-call is being asked/);
    await now(/vendor DryRight on-call asked, answers by/);
    await night.phone('DryRight on-call').replies('1 45');
    await now(/vendor DryRight on-call is coming, ETA/);
    await look('vendor-comes');
  });

  it('Z shows both numbers and notes whether it worked', async () => {
    await open('z', 'connect', () => page.locator('.call-number').waitFor());
    expect(await page.locator('.call-number').textContent()).toBe('+1 706 555 0124\n+1 423 555 0100');
    await page.keyboard.press('2');
    await page.getByText(/noted/).first().waitFor();
    await night.settle();
    expect(night.phone('Marcus Chen').last()).toMatch(/please call Dana Ruiz/);
  });

  it('X hands it over by name', async () => {
    await open('x', 'hand-over', async () => {
      await page.getByRole('combobox', { name: /^to$/i }).selectOption({ label: 'Aline Silva (Harbor Plumbing)' });
      await page.getByRole('textbox', { name: /their words/i }).fill('I am closer');
      await page.getByRole('textbox', { name: /minutes/i }).fill('20');
    });
    expect(await effect()).toMatch(/Aline Silva has it from now on\. Marcus Chen, everyone notified/);
    await page.keyboard.press('Enter');
    await done(/Aline Silva has it/);
    await now(/Aline Silva \(Harbor Plumbing\) has it/);
  });

  it('a 3 and a raised tier stand on the now card until somebody decides', async () => {
    await night.phone('Aline Silva').replies('3');
    await now(/Aline Silva wrote that it is no emergency/);
    await look('not-emergency');
    await night.act({ type: 'changeTier', incidentId: id, tier: 'P2', reason: 'a drip, says Aline' });
    await night.act({ type: 'changeTier', incidentId: id, tier: 'P1', reason: 'through the ceiling after all' });
    await now(/Aline Silva to confirm the tier by/);
    await look('confirm');
    expect(errors).toEqual([]);
  });

  it('the form of a vendor says for what they may be sent', async () => {
    await page.keyboard.press('Alt+4');
    await page.getByRole('tab', { name: /people|responders/i }).click();
    await page.getByText('DryRight on-call').first().click();
    await page.getByText('When they may be sent').waitFor();
    await picture('vendor-terms', 'wide');
    await page.setViewportSize(NARROW);
    await picture('vendor-terms', 'narrow');
  });
});
