import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Night, openNight, signIn } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** Kept with the documents when `NIGHTDESK_PICTURES` is set; else where the other pictures are. */
const FOLDER = join(
  import.meta.dirname,
  process.env.NIGHTDESK_PICTURES ? '../../docs/screenshots' : '../../test-results/ladder',
);
const WORDS = 'Water is pouring through the kitchen ceiling onto the light.';
const WIDE = { width: 1440, height: 900 } as const;
const NARROW = { width: 1024, height: 768 } as const;

/** One P1 from the report to its end, as the desk sees it: looked at by a person, not compared by a machine. */
describe.skipIf(NO_BROWSER !== '')(`a ladder step by step${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];
  let count = 0;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    night = await openNight({ signIn: false });
    await sitDown(night);
    browser = await openBrowser();
    ({ page, errors } = await openWindow(browser, night.core));
    await page.setViewportSize(WIDE);
    await page.locator('main.screen').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await night.end();
  });

  /** A picture once the words are there that belong to this moment. */
  const take = async (shows: string): Promise<void> => {
    count += 1;
    const path = join(FOLDER, `ladder-${String(count).padStart(2, '0')}.png`);
    await page.getByText(shows).first().waitFor();
    await page.screenshot({ path });
  };
  const takeNarrow = async (): Promise<void> => {
    await page.setViewportSize(NARROW);
    await page.screenshot({ path: join(FOLDER, `ladder-${String(count).padStart(2, '0')}-narrow.png`) });
    await page.setViewportSize(WIDE);
  };

  it('from the preview to the close', async () => {
    await setNumber(night, 'Aline Silva', '');
    await page.keyboard.press('n');
    await page
      .getByRole('textbox')
      .first()
      .fill(night.core.api.places('maple 14b')[0]?.residents[0]?.phone ?? '');
    await page.locator('textarea').first().fill(WORDS);
    // The preview: whom it wakes and when, and that the backup cannot be reached.
    await take('Marcus Chen');
    await page.keyboard.press('Control+Enter');
    await page.locator('main.screen-desk').waitFor();
    await night.settle();
    await night.pass('1 min');
    await page.getByText('#1001').first().click();
    await take('Marcus Chen');

    // The backup has no number: passed over at once, and the desk itself is asked.
    await night.pass('7 min');
    await take('Nadia Petrov');
    await takeNarrow();

    await night.pass('61 s');
    await take('Priya Shah');

    // Everybody was asked, nobody has answered; nor has anybody heard the alarm, so nobody counts as at the desk.
    const incidentId = night.core.api.queueList('all').ids[0] ?? '';
    const phone = night.core.api.portfolio().responders.find(({ name }) => name === 'Wanda Kowalski')?.phone ?? '';
    await setNumber(night, 'Aline Silva', phone.replace(/\d{4}$/, '0188'));
    await night.pass('24 min');
    expect(night.incident(incidentId).alarms).toContain('unanswered');
    await take('Unanswered');

    // The second round: now the backup hears of it.
    await night.pass('8 min');
    await take('Aline Silva');

    await night.phone('Aline Silva').replies('1 20');
    expect(night.incident(incidentId).holder?.name).toBe('Aline Silva');
    await take('Aline Silva');
    await takeNarrow();

    await night.pass('31 min');
    expect(night.incident(incidentId).holder).toBeNull();
    await take('Marcus Chen');

    await night.phone('Aline Silva').replies('HERE');
    expect(night.incident(incidentId).row.status).toBe('onSite');
    await take('Aline Silva');

    await night.phone('Aline Silva').replies('DONE');
    expect(night.incident(incidentId).row.status).toBe('resolved');
    await take('Aline Silva');
    expect(errors).toEqual([]);
  });
});

/** The maintenance coordinator sits at the desk tonight: the ladder's third step is the desk's own alarm. */
async function sitDown(night: Night): Promise<void> {
  const { api } = night.core;
  await signIn(night.core, 'manager');
  const nadia = api.portfolio().responders.find(({ name }) => name === 'Nadia Petrov');
  if (!nadia) throw new Error('the demo has no maintenance coordinator');
  const pin = '7531';
  const person = { name: nadia.name, role: 'coordinator', language: 'en', responderId: nadia.id } as const;
  const added = await api.addStaff({ ...person, pin });
  if (!added.ok) throw new Error(added.reason.en);
  await api.signOut();
  const staffId = api.appInfo().staff.find(({ name }) => name === nadia.name)?.id ?? '';
  const seated = await api.signIn({ staffId, pin });
  if (!seated.ok) throw new Error(seated.reason.en);
}

async function setNumber(night: Night, name: string, phone: string): Promise<void> {
  const known = night.core.api.portfolio().responders.find((each) => each.name === name);
  if (!known) throw new Error(`nobody is called ${name}`);
  const saved = night.core.api.saveResponder({ ...known, phone });
  if (!saved.ok) throw new Error(saved.reason.en);
  await night.settle();
}
