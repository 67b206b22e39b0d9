import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** A whole report without touching the mouse: number, words, Enter, digits, Ctrl+Enter. */
describe.skipIf(NO_BROWSER !== '')(`the questions of a report by keyboard${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let page: Page;
  let context: BrowserContext;
  let errors: readonly string[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    night = await openNight();
    ({ page, context, errors } = await openWindow(browser, night.core));
    await page
      .getByText(/new report/i)
      .first()
      .waitFor();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: /caller.s number/i }).waitFor();
    // As the phone displays it: the number of Dana Ruiz, who speaks Spanish, in Maple Court 14B.
    await page.keyboard.type(night.core.api.places('maple 14b')[0]?.residents[0]?.phone ?? '');
    await page.getByText('Maple Court 14B').first().waitFor();
    await page.keyboard.press('Enter');
  });
  afterEach(async () => {
    expect(errors).toEqual([]);
    await context.close();
    await night.end();
  });

  const panel = () => page.getByRole('region', { name: 'Questions of the card' });
  const words = () => page.locator('#report-words');
  const asked = (question: RegExp) => panel().locator('.question-text', { hasText: question }).waitFor();
  const answered = () => panel().locator('.answered-line').allInnerTexts();
  const says = (verdict: RegExp) => page.locator('.verdict', { hasText: verdict }).waitFor();
  const hasFocus = (selector: string) => page.evaluate((each) => document.activeElement?.matches(each), selector);

  it('digits answer, the verdict and its reason move, and the ladder starts at the tier the answers led to', async () => {
    await page.keyboard.type('sink is leaking');
    await says(/plumbing, P2/);
    await page.keyboard.press('Enter');
    expect(await words().inputValue()).toBe('sink is leaking');
    // In the caller's language, with the desk's beside it.
    await asked(/peligro inmediato/);
    await panel().getByText('Is anyone in immediate danger').waitFor();
    await page.keyboard.press('1');
    await asked(/corriendo/);
    await page.keyboard.press('1');
    await says(/plumbing, P1/);
    await says(/because: .*water running/);
    await asked(/cerca de una luz/);
    await page.keyboard.press('1');
    await asked(/llave de paso/);
    await page.keyboard.press('2');
    await panel().getByText('Nothing more to ask.').waitFor();
    expect(await answered()).toHaveLength(4);
    await page.keyboard.press('a');
    await page.getByText('No pise el agua').waitFor();
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/is dispatched/)
      .first()
      .waitFor();
    await expect.poll(() => night.core.api.queueList('all').ids.length, { timeout: PATIENCE_MS }).toBe(1);
    await night.settle();
    const view = night.incident(night.core.api.queueList('all').ids[0] ?? '');
    expect(view.row.tier).toBe('P1');
    expect(view.answers.map((one) => one.label.en)).toEqual([
      'No',
      'Yes, running or spreading',
      'No',
      'Yes, still open',
    ]);
    expect(night.phone('Marcus Chen').last()).toMatch(/P1/);
    // On the incident: the answer stands in the sentence that says why, and behind its own key with the rest.
    await page.locator('.why', { hasText: 'Yes, running or spreading (water running)' }).waitFor();
    await page.keyboard.press('5');
    await page.locator('.card-asked li', { hasText: 'Can you reach the shut-off valve? Yes, still open' }).waitFor();
  });

  it('an answer can be taken back, changed and put off, and Esc leads to the words and not away', async () => {
    await page.keyboard.type('sink is leaking');
    await page.keyboard.press('Enter');
    await page.keyboard.press('0');
    await asked(/corriendo/);
    await page.keyboard.press('3');
    await says(/plumbing, P3/);
    await page.keyboard.press('Backspace');
    await says(/plumbing, P2/);
    await asked(/corriendo/);
    await page.keyboard.press('1');
    await says(/plumbing, P1/);
    // Shift+Tab leads from the question to what was answered: Enter opens it, a digit changes it.
    await panel().locator('.answered-line').first().focus();
    await page.keyboard.press('Enter');
    await asked(/corriendo/);
    await page.keyboard.press('2');
    await says(/plumbing, P2/);
    expect(await answered()).toEqual([expect.stringContaining('Slowly, a bucket or towel holds it')]);
    expect(await hasFocus('#report-questions')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await hasFocus('#report-words')).toBe(true);
    // In the words a digit is a digit, and Shift+Enter a line.
    await page.keyboard.type(' for 3 hours');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('it is worse');
    expect(await words().inputValue()).toBe('sink is leaking for 3 hours\nit is worse');
    expect(await answered()).toHaveLength(1);
  });

  it('a danger to life is read out first, and nothing else beside it', async () => {
    await page.keyboard.type('sink is leaking');
    await page.locator('.card-fold').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    const first = page.locator('.report-words .safety');
    await first.getByText('Read this out first').waitFor();
    expect(await page.locator('.card-fold').count()).toBe(0);
    const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? Number.NaN;
    expect(await top('.safety')).toBeLessThan(await top('.verdict'));
    expect(await top('.verdict')).toBeLessThan(await top('.questions'));
    // In the smallest window it stays in sight while the questions are scrolled to, and so does what dispatches.
    await page.setViewportSize({ width: 1024, height: 768 });
    await panel().evaluate((each) => each.scrollIntoView({ block: 'end' }));
    const head = await page.locator('.report-words').boundingBox();
    expect(await top('.safety')).toBeGreaterThanOrEqual((head?.y ?? 0) - 1);
    const button = await page.getByRole('button', { name: /Dispatch P1/ }).boundingBox();
    expect((button?.y ?? Number.NaN) + (button?.height ?? 0)).toBeLessThan(768);
  });

  it('answers are kept with the draft', async () => {
    await page.keyboard.type('sink is leaking');
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    await asked(/corriendo/);
    await expect
      .poll(() => night.core.api.drafts()[0]?.answers, { timeout: PATIENCE_MS })
      .toEqual([{ card: 'plumbing', question: 'anyone-in-danger', answer: 'nobody' }]);
    await page.reload();
    await asked(/corriendo/);
    expect(await answered()).toHaveLength(1);
  });
});
