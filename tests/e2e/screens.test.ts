import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { browserProgram, openBrowser, openWindow } from './browser.ts';

/** Where the pictures go: looked at by a person, not compared by a machine. */
const FOLDER = join(import.meta.dirname, '../../test-results/screens');
const SIZES = [
  { name: 'wide', width: 1440, height: 900 },
  { name: 'narrow', width: 1024, height: 768 },
] as const;
const LOOKS = [
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'es' },
  { theme: 'light', language: 'es' },
] as const;
/** The keys that open each screen from the desk: Alt and its place in the rail. */
const SCREENS = [
  ['desk', 'Alt+1'],
  ['oncall', 'Alt+2'],
  ['reports', 'Alt+3'],
  ['portfolio', 'Alt+4'],
  ['settings', 'Alt+5'],
  ['practice', 'Alt+6'],
] as const;

describe.skipIf(browserProgram() === null)('every screen (skipped where Chromium is not installed)', () => {
  let night: Night;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    night = await openNight();
    const leak = await night.report({ text: 'agua cayendo del techo sobre la luz', place: 'maple 14b' });
    await night.pass('9 min');
    await night.phone('Aline Silva').replies('1 30');
    await night.report({ text: 'locked out, lost my keys, I am outside', place: 'elm 3' });
    await night.report({ text: 'garbage disposal is jammed', place: 'maple 2a' });
    await night.report({ text: 'smell of rotten eggs near the stove, gas?', place: 'maple 5a' });
    await night.pass('3 min');
    await night.phone('Marcus Chen').replies('call me about the ladder please');
    await night.act({ type: 'note', incidentId: leak, words: 'Lid of the panel is hot, told her to keep away.' });
    await night.core.api.makeHandoff(null);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await night.end();
  });

  const serious = async (page: Page): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
      .filter((each) => each.impact === 'serious' || each.impact === 'critical')
      .map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  };

  for (const size of SIZES) {
    for (const look of LOOKS) {
      it(`at ${size.width}x${size.height}, ${look.theme}, ${look.language}: nothing serious for axe, no error in the page`, async () => {
        const { page, context, errors } = await openWindow(browser, night.core, size);
        await page.evaluate(
          ({ theme, language }) =>
            localStorage.setItem('nightdesk.preferences', JSON.stringify({ theme, language, hasLetterKeys: true })),
          look,
        );
        await page.reload();
        const found: string[] = [];
        const picture = async (name: string): Promise<void> => {
          await page.waitForTimeout(350);
          await page.screenshot({ path: join(FOLDER, `${name}-${size.name}-${look.theme}-${look.language}.png`) });
          if (look.language === 'en') found.push(...(await serious(page)).map((each) => `${name}: ${each}`));
        };
        await page.getByText('#1001').first().waitFor();
        for (const [name, keys] of SCREENS) {
          await page.keyboard.press(keys);
          await page.waitForTimeout(250);
          await picture(name);
        }
        await page.keyboard.press('Alt+1');
        await page.getByText('#1001').first().click();
        await picture('incident');
        await page.keyboard.press('Escape');
        await page.keyboard.press('n');
        await page.locator('textarea').first().fill('No hay calefacción y hace 50 grados, tengo un bebé');
        await picture('report');
        expect(found).toEqual([]);
        expect(errors).toEqual([]);
        await context.close();
      }, 120_000);
    }
  }
});
