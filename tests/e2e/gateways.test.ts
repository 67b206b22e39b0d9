import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Night, openNight } from '../world.ts';
import { openAxe } from './axe.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';
import { LOOKS, takeOn } from './looks.ts';

/** Where the pictures go: looked at by a person, not compared by a machine. */
const FOLDER = join(import.meta.dirname, '../../test-results/gateways');
const PASSWORD = 'hush-2468';

describe.skipIf(NO_BROWSER !== '')(`the ways out in the window${NO_BROWSER}`, () => {
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
  const toGateways = async () => {
    await page.keyboard.press('Alt+5');
    await page.locator('.gateway-slot').first().waitFor();
  };
  /** As a click beside it does: letters and digits act again. */
  const leaveField = () => page.locator('.test-form input').blur();
  const slot = (name: string) => page.getByRole('region', { name, exact: true });
  const fallback = () => night.core.api.gateways().find((each) => each.slot === 'fallback');

  it('by keyboard alone: a Kannel that does not answer is asked first, and nothing is changed by asking', async () => {
    await toGateways();
    await page.keyboard.press('2');
    await page.getByRole('dialog', { name: 'Fallback: what do you have?' }).waitFor();
    await shoot('have');
    const own = page.getByRole('button', { name: 'Our own Kannel' });
    await page.keyboard.press((await own.getAttribute('aria-keyshortcuts')) ?? '');
    await page.getByRole('dialog', { name: 'Fallback: Kannel' }).waitFor();
    // The first field has the cursor.
    await page.keyboard.type('http://127.0.0.1:9/cgi-bin/sendsms');
    await page.keyboard.press('Tab');
    await page.keyboard.type('desk');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Control+Enter');
    await page.getByText('It does not answer:').waitFor();
    await page.getByText('Nothing has been changed yet.', { exact: false }).waitFor();
    await shoot('asked');
    expect(fallback()?.kind).toBeNull();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await slot('Fallback').getByText('Kannel', { exact: true }).waitFor();
    expect(fallback()).toMatchObject({ kind: 'kannel', secretsSet: expect.arrayContaining(['password']) });
    // What comes next is a test of it.
    await page.waitForFunction(() => document.activeElement === document.querySelector('.test-form input'));
    expect(await page.getByLabel('Through').inputValue()).toBe('fallback');
    await leaveField();
    await page.keyboard.press('2');
    await page.getByRole('dialog', { name: 'Fallback: Kannel' }).waitFor();
    expect(await page.getByLabel('Password', { exact: false }).first().inputValue()).toBe('');
    expect(await page.content()).not.toContain(PASSWORD);
    await page.keyboard.press('Escape');
    expect(errors).toEqual([]);
  });

  it('a wrong field is named and shown, another kind is one step back, and what was typed is not lost', async () => {
    const choose = async (name: string) => {
      const offer = page.getByRole('button', { name });
      await page.keyboard.press((await offer.getAttribute('aria-keyshortcuts')) ?? '');
    };
    await slot('Fallback').getByRole('button', { name: 'Put another here…' }).press('Enter');
    await choose('An account with a provider');
    await page.keyboard.press('Backspace');
    await choose('An account with a provider');
    await choose('Twilio, SignalWire');
    await page.getByRole('dialog', { name: 'Fallback: Twilio, SignalWire' }).waitFor();
    await page.keyboard.type('AC123');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    // The number is asked for although a messaging service may take its place.
    await page.keyboard.press('Control+Enter');
    await page.getByText('“Number of the desk” must be').waitFor();
    const number = page.getByLabel('Number of the desk');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('12');
    await shoot('wrong-field');
    await page.getByRole('button', { name: 'Another kind' }).press('Enter');
    await page.getByRole('dialog', { name: 'Fallback: what do you have?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+1');
    await toGateways();
    await slot('Fallback').getByRole('button', { name: 'Put another here…' }).press('Enter');
    await choose('An account with a provider');
    await choose('Twilio, SignalWire');
    await page.getByText('You began this before.', { exact: false }).waitFor();
    expect(await number.inputValue()).toBe('12');
    expect(await page.getByLabel('Auth token').inputValue()).toBe('');
    await shoot('kept');
    await page.getByRole('button', { name: 'Discard' }).press('Enter');
    expect(await number.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  it('a place is emptied, and filled with what answers at once without a second key', async () => {
    await slot('Fallback').getByRole('button', { name: 'Remove…' }).press('Enter');
    await page.getByRole('dialog', { name: 'Remove: Fallback' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await slot('Fallback').getByRole('button', { name: 'Add…' }).waitFor();
    expect(fallback()?.kind).toBeNull();
    await page.keyboard.press('2');
    const nothing = page.getByRole('button', { name: 'Nothing yet: practice' });
    await page.keyboard.press((await nothing.getAttribute('aria-keyshortcuts')) ?? '');
    await page.getByRole('dialog', { name: 'Fallback: Practice' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await slot('Fallback').getByText('Practice', { exact: true }).waitFor();
    expect(fallback()?.kind).toBe('practice');
    await page.getByLabel('Through').selectOption('primary');
    expect(errors).toEqual([]);
  });

  it('a test is followed by three ticks, each when it comes; what is missing is said', async () => {
    const phone = night.phone('Aline Silva');
    await page.getByLabel('Phone', { exact: true }).fill(phone.number);
    await page.keyboard.press('Enter');
    await page.locator('.test-ticks').waitFor();
    await night.settle();
    await page.locator('.tick-done', { hasText: 'Taken by the gateway' }).waitFor();
    await page.getByText('waiting: answer the text with any word').waitFor();
    await night.pass('5 s');
    await page.locator('.tick-done', { hasText: 'Delivered to the phone' }).waitFor();
    await phone.replies('it works');
    await page.locator('.tick-done', { hasText: 'it works' }).waitFor();
    await shoot('ticks');
    expect(errors).toEqual([]);
  });

  it('while a ladder runs, a change of the primary asks before it is made', async () => {
    await night.report({ text: 'water is pouring through the ceiling', place: 'maple 14b' });
    await page.getByLabel('Phone', { exact: true }).blur();
    await page.keyboard.press('1');
    await page.getByRole('dialog', { name: 'Primary: Practice' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('One ladder is running and goes on', { exact: false }).waitFor();
    await shoot('ladder-runs');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  it.each(LOOKS)('$width, $language, $theme: nothing serious for axe', async (look) => {
    const { width, language } = look;
    await takeOn(page, look);
    await toGateways();
    const axe = await openAxe(page);
    const found = [...(await axe.serious('main'))];
    await shoot(`slots-${width}-${language}`);
    await page.keyboard.press('3');
    await page.getByRole('dialog').waitFor();
    found.push(...(await axe.serious('[role=dialog]')));
    await shoot(`have-${width}-${language}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await page.getByRole('dialog').waitFor();
    found.push(...(await axe.serious('[role=dialog]')));
    await shoot(`form-${width}-${language}`);
    await page.keyboard.press('Escape');
    expect(found).toEqual([]);
    expect(errors).toEqual([]);
  });
});
