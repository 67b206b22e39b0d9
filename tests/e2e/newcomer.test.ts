import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { androidStandIn, PHONE_PASSWORD, PHONE_USER } from '../gateways/stand-ins/android.ts';
import { ACCOUNT, TOKEN, twilioStandIn } from '../gateways/stand-ins/twilio.ts';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** Somebody who has never seen the screen: reads every word at 200 a minute, types at 40, thinks a second at each step. */
const SECONDS_A_WORD = 60 / 200;
const SECONDS_A_KEY = 60 / (40 * 5);
const SECONDS_A_STEP = 1;
const LIMIT_S = 120;

/** Counted, not measured: the same on any machine. */
class Newcomer {
  seconds = 0;
  keys = 0;
  steps = 0;
  readonly #page: Page;
  readonly #read = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** Reads what has come on the screen since. */
  async reads(selector: string): Promise<void> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is folded away is not read
    const lines = (await this.#page.locator(selector).first().innerText()).split('\n');
    const fresh = lines.filter((line) => !this.#read.has(line));
    for (const line of fresh) this.#read.add(line);
    // Key caps, ticks and figures are seen, not read.
    this.seconds += (fresh.join(' ').match(/\p{L}{2,}[\p{L}’'-]*/gu) ?? []).length * SECONDS_A_WORD;
  }

  async presses(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
    this.#step(1);
  }

  /** One after the other, from the field that has the cursor on. */
  async types(...fields: readonly string[]): Promise<void> {
    for (const [index, text] of fields.entries()) {
      if (index > 0) await this.presses('Tab');
      await this.#page.keyboard.type(text);
      this.#step(text.length);
    }
  }

  /** The key that stands in a button of that name. */
  async capOf(name: string): Promise<string> {
    const button = this.#page.getByRole('button', { name }).first();
    return (await button.getAttribute('aria-keyshortcuts')) ?? '';
  }

  #step(keys: number): void {
    this.keys += keys;
    this.steps += 1;
    this.seconds += keys * SECONDS_A_KEY + SECONDS_A_STEP;
  }
}

describe.skipIf(NO_BROWSER !== '')(`a newcomer adds a gateway${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];

  beforeAll(async () => {
    night = await openNight();
    browser = await openBrowser();
    ({ page, errors } = await openWindow(browser, night.core));
    await page.locator('main.screen').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await night.end();
  });

  /** To the choice of what they have, having read the screen. */
  const begin = async (): Promise<Newcomer> => {
    const newcomer = new Newcomer(page);
    await page.keyboard.press('Alt+1');
    await newcomer.presses('Alt+5');
    await page.locator('.gateway-slot').first().waitFor();
    await newcomer.reads('main');
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await newcomer.presses('2');
    await page.getByRole('dialog').waitFor();
    await newcomer.reads('[role=dialog]');
    return newcomer;
  };
  const tests = async (newcomer: Newcomer, kind: string): Promise<void> => {
    await newcomer.presses('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement === document.querySelector('.test-form input'));
    expect(night.core.api.gateways().find((each) => each.slot === 'fallback')).toMatchObject({ kind });
    expect(newcomer.seconds).toBeLessThan(LIMIT_S);
    await newcomer.reads('main');
    await newcomer.types('202 555 0147');
    await newcomer.presses('Enter');
    await page.locator('.test-ticks').waitFor();
    await night.settle();
    await page.locator('.tick-done', { hasText: 'Taken by the gateway' }).waitFor();
    await newcomer.reads('.test-ticks');
    expect(errors).toEqual([]);
  };

  it('a phone with Android, and has sent a test, in under two minutes', async () => {
    const android = await androidStandIn(() => night.clock.now());
    const newcomer = await begin();
    await newcomer.presses(await newcomer.capOf('A phone with Android'));
    await page.getByLabel('Address of the phone').waitFor();
    await newcomer.reads('[role=dialog]');
    // As the app shows it.
    await newcomer.types(android.url.replace('http://', ''), PHONE_USER, PHONE_PASSWORD);
    await tests(newcomer, 'android');
    expect(newcomer.steps).toBeLessThanOrEqual(12);
    expect(newcomer.seconds).toBeLessThan(LIMIT_S);
    expect(android.at('+12025550147')).toHaveLength(1);
  });

  it('an account at a provider in under two minutes, and tests it', async () => {
    const twilio = await twilioStandIn(() => night.clock.now());
    await night.core.api.saveGateway({ slot: 'fallback', kind: null });
    const newcomer = await begin();
    await newcomer.presses(await newcomer.capOf('An account with a provider'));
    await page.getByRole('dialog', { name: 'Which of these?' }).waitFor();
    await newcomer.reads('[role=dialog]');
    await newcomer.presses(await newcomer.capOf('Twilio, SignalWire'));
    await page.getByLabel('Account SID').waitFor();
    await newcomer.reads('[role=dialog]');
    // Whom the account is with in truth; no part of what a newcomer types.
    await page.locator('details.optional summary').click();
    await page.getByLabel('Address of the API').fill(`${twilio.url}/2010-04-01`);
    await page.getByLabel('Account SID').focus();
    await newcomer.types(ACCOUNT, TOKEN);
    await newcomer.presses('Tab');
    await page.getByLabel('Number of the desk').focus();
    await newcomer.types('(202) 555-0100');
    await tests(newcomer, 'twilio');
    expect(newcomer.steps).toBeLessThanOrEqual(14);
    expect(twilio.at('+12025550147')).toHaveLength(1);
  });
});
