import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { openAxe } from './axe.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** Where the pictures go: looked at by a person, not compared by a machine. */
const FOLDER = join(import.meta.dirname, '../../test-results/screens');
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 1024, height: 768 } } as const;
/** Each two of size, theme and language meet once: what one of them breaks shows beside every other. */
const LOOKS = [
  { size: 'wide', theme: 'dark', language: 'en' },
  { size: 'wide', theme: 'light', language: 'es' },
  { size: 'narrow', theme: 'light', language: 'en' },
  { size: 'narrow', theme: 'dark', language: 'es' },
] as const;
type Look = (typeof LOOKS)[number];
/** What tells that a screen's rows have come, in either language. */
const SHOWS = {
  desk: 'text=#1001',
  oncall: 'text=Aline Silva',
  reports: 'text=Rosa Alvarez',
  portfolio: 'text=Maple Court',
  settings: '.gateway-slot',
  practice: 'text=Aline Silva',
  report: 'text=Javier Ortiz',
  readiness: '.check',
} as const;
/** The parts of triage in settings, the first by its tab there, and what tells that each has come. */
const TRIAGE = [
  ['triage', '.number-list'],
  ['cards', '.question-open'],
  ['bench', '.bench-form'],
  ['about', '.facts'],
] as const;
/** The views of who is on call after the first, by their key, and what tells that each has come. */
const ON_CALL = [
  ['2', 'week', '.schedule-week .block'],
  ['3', 'month', '.schedule-month .block'],
  ['4', 'load', '.load-table td'],
  ['5', 'calendars', '.feeds-pane .empty'],
] as const;
/** The forms there, by their key. */
const FORMS = ['c', 'o', 'w', 'f', 's', 'r', 'e'] as const;
/** The screens of the rail; Alt and its place there opens each. */
const RAIL = ['desk', 'oncall', 'reports', 'portfolio', 'settings', 'practice'] as const;

describe.skipIf(NO_BROWSER !== '')(`every screen${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    night = await openNight();
    const leak = await night.report({
      text: 'agua cayendo del techo sobre la luz',
      place: 'maple 14b',
      answers: [
        { card: 'plumbing', question: 'anyone-in-danger', answer: 'nobody' },
        { card: 'plumbing', question: 'shut-off-known', answer: 'unknown' },
      ],
    });
    await night.pass('9 min');
    await night.phone('Aline Silva').replies('1 30');
    await night.report({ text: 'locked out, lost my keys, I am outside', place: 'elm 3' });
    await night.report({ text: 'garbage disposal is jammed', place: 'maple 2a' });
    await night.report({ text: 'smell of rotten eggs near the stove, gas?', place: 'maple 5a' });
    await night.pass('3 min');
    await night.phone('Marcus Chen').replies('call me about the ladder please');
    await night.act({ type: 'note', incidentId: leak, words: 'Lid of the panel is hot, told her to keep away.' });
    await night.act({ type: 'markTriage', incidentId: leak, mark: 'right' });
    await night.core.api.makeHandoff(null);
    browser = await openBrowser();
    ({ page, errors } = await openWindow(browser, night.core));
  });
  afterAll(async () => {
    await browser.close();
    await night.end();
  });

  /** The window in one look, and what to call at each screen: it keeps a picture and notes what axe finds. */
  const openLook = async ({ size, theme, language }: Look) => {
    await page.setViewportSize(SIZES[size]);
    await page.evaluate(
      (preferred) =>
        localStorage.setItem('nightdesk.preferences', JSON.stringify({ ...preferred, hasLetterKeys: true })),
      { theme, language },
    );
    // The next look begins where the last one ended, so that the screens' styles load in another order than at first.
    await page.reload();
    await page.locator('main.screen').waitFor();
    const axe = await openAxe(page);
    const found: string[] = [];
    const look = async (name: string, screen: keyof typeof SHOWS, shows: string = SHOWS[screen]): Promise<void> => {
      // An empty screen is one that axe likes.
      const main = page.locator(`main.screen-${screen}`);
      await main.locator('h1').waitFor({ state: 'attached' });
      await main.locator(shows).first().waitFor({ state: 'attached' });
      await page.screenshot({ path: join(FOLDER, `${name}-${size}-${theme}-${language}.png`) });
      // What is round the screen is the same about each.
      const seen = await axe.serious(name === 'desk' ? 'html' : 'main');
      found.push(...seen.map((each) => `${name}: ${each}`));
    };
    const lookAtDialog = async (name: string): Promise<void> => {
      await page.getByRole('dialog').waitFor();
      await page.screenshot({ path: join(FOLDER, `${name}-${size}-${theme}-${language}.png`) });
      const seen = await axe.serious('[role=dialog]');
      found.push(...seen.map((each) => `${name}: ${each}`));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    return { look, lookAtDialog, found };
  };

  for (const each of LOOKS) {
    const { size, theme, language } = each;
    it(`${size}, ${theme}, ${language}: nothing serious for axe, no error in the page`, async () => {
      const { look, found } = await openLook(each);
      for (const [index, name] of RAIL.entries()) {
        await page.keyboard.press(`Alt+${index + 1}`);
        await look(name, name);
      }
      await page.keyboard.press('Alt+3');
      await page.locator('main.screen-reports h1').waitFor();
      await page.keyboard.press('t');
      await look('review', 'reports', '.case-card mark');
      await page.keyboard.press('Alt+1');
      await page.getByText('#1001').first().click();
      await look('incident', 'desk', 'text=Lid of the panel is hot');
      await page.keyboard.press('5');
      await look('card', 'desk', '.card-asked');
      await page.keyboard.press('Escape');
      await page.keyboard.press('n');
      await page.locator('textarea').first().fill('No hay calefacción y hace 50 grados, tengo un bebé');
      await look('report', 'report');
      await page.keyboard.press('Enter');
      await page.keyboard.press('1');
      await page.keyboard.press('a');
      await look('questions', 'report', '.answered');
      // From the questions to the words, and out.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('v');
      await look('readiness', 'readiness');
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
    });

    it(`on call ${size}, ${theme}, ${language}: the same`, async () => {
      const { look, lookAtDialog, found } = await openLook(each);
      await page.keyboard.press('Alt+2');
      await page.locator('.trades').waitFor();
      for (const key of FORMS) {
        await page.keyboard.press(key);
        await lookAtDialog(`oncall-form-${key}`);
      }
      // About a gap only: of what is ahead, the one that general has.
      await page.keyboard.press('d');
      for (let row = 0; row < 9; row += 1) {
        if ((await page.locator(':focus').textContent())?.includes('general')) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('g');
      await lookAtDialog('oncall-form-g');
      for (const [key, view, shows] of ON_CALL) {
        await page.keyboard.press(key);
        await look(`oncall-${view}`, 'oncall', shows);
      }
      await page.keyboard.press('a');
      await lookAtDialog('oncall-calendar');
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
    });

    it(`triage ${size}, ${theme}, ${language}: the same`, async () => {
      const { look, found } = await openLook(each);
      await page.keyboard.press('Alt+5');
      for (const [part, shows] of TRIAGE) {
        await page.locator(`[data-tab=${part}]`).click();
        await look(`triage-${part}`, 'settings', shows);
        // Open, so that its fields are looked at as well.
        if (part === 'cards') await page.locator('.question-open').first().click();
        if (part === 'cards') await look('triage-question', 'settings', '.answer-row');
      }
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
    });
  }
});
