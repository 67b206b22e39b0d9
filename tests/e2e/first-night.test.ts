import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_PDF_READER } from '../pdf-reader.ts';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** PRODUCT.md section 1, steps 1 to 6, 8 and 9, in a real browser with the keyboard, on a core with a fake clock. */
describe.skipIf(NO_BROWSER !== '')(`one night in the console${NO_BROWSER}`, () => {
  let night: Night;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];
  let handoff: Buffer;

  beforeAll(async () => {
    night = await openNight({ isFirstRun: true });
    browser = await openBrowser();
    ({ page, errors } = await openWindow(browser, night.core));
  });
  afterAll(async () => {
    await browser.close();
    await night.end();
  });

  const incident = () => {
    const id = night.core.api.queueList('all').ids[0] ?? night.core.api.queueList('closed').ids[0];
    if (id === undefined) throw new Error('there is no incident');
    return night.incident(id);
  };

  it('shows the demo at the first run, and lets the coordinator sign in with a PIN', async () => {
    await page.getByRole('button', { name: /show me the demo/i }).click();
    await page.getByPlaceholder('PIN').fill('2468');
    await page.keyboard.press('Enter');
    await page.getByText('new report').first().waitFor();
    expect(night.core.api.session().deskSession?.staff.name).toBe('Rosa Alvarez');
  });

  it('finds the caller by number, judges the Spanish words, previews the ladder and dispatches', async () => {
    const dana = night.core.api.places('maple 14b')[0]?.residents[0];
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: /caller.s number/i }).fill(dana?.phone ?? '');
    await page.getByText('Maple Court 14B').first().waitFor();
    await page.getByRole('textbox', { name: /what is wrong/i }).fill('agua cayendo del techo sobre la luz');
    await page.getByText('Plumbing, P1').waitFor();
    await page.getByText('Wakes Marcus Chen at once').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Waiting for Marcus Chen', { exact: true }).waitFor();
    await night.settle();
    expect(incident().row).toMatchObject({
      tier: 'P1',
      category: 'plumbing',
      place: 'Maple Court 14B',
      status: 'running',
    });
    expect(night.phone('Marcus Chen').last()).toMatch(/^#1001 P1 LIVE POWER: .*\nMaple Court 14B/);
    expect(night.phone('Dana Ruiz').last()).toMatch(/^PELIGRO DE CORRIENTE/);
  });

  it('opens a line by its key and keeps in sight what it asks and what it refuses', async () => {
    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: /their words/i }).waitFor();
    await page.keyboard.press('Enter');
    const refusal = page.getByText(/still missing/i);
    await refusal.waitFor();
    const box = await refusal.boundingBox();
    const strip = await page.getByRole('region', { name: /on call now/i }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(strip?.y ?? 0);
    await page.keyboard.press('Escape');
    await refusal.waitFor({ state: 'detached' });
  });

  it('goes on to the backup after eight minutes, who takes it with `1 30`', async () => {
    await night.pass('8 min');
    await page.getByText('Waiting for Aline Silva', { exact: true }).waitFor();
    await night.pass('1 min');
    await night.phone('Aline Silva').replies('1 30');
    await page
      .getByText(/Aline Silva.* has it/)
      .first()
      .waitFor();
    expect(night.phone('Marcus Chen').last()).toMatch(/Aline Silva .*has it/);
    await night.pass('5 min');
    expect(night.phone('Dana Ruiz').last()).toMatch(/Aline.*hora estimada/);
  });

  it('says how long it was blind, and sends nothing twice', async () => {
    const before = night.phone('Dana Ruiz').all().length;
    night.clock.sleep(6 * 60_000);
    await night.pass('1 s');
    expect(night.core.api.status().blindTimes).toEqual([expect.objectContaining({ why: 'asleep' })]);
    expect(night.phone('Dana Ruiz').all().length).toBe(before);
    await page
      .getByText(/asleep|blind/i)
      .first()
      .waitFor();
  });

  it('takes a P3 that wakes nobody and promises the next business day', async () => {
    const woken = night.phone('Marcus Chen').all().length;
    await page.keyboard.press('n');
    await page
      .getByRole('combobox', { name: /place/i })
      .or(page.getByPlaceholder(/property or unit/i))
      .first()
      .fill('maple 2a');
    await page.getByRole('option').first().click();
    await page.getByRole('textbox', { name: /what is wrong/i }).fill('The garbage disposal hums but does not turn');
    await page.getByText('Appliance, P3').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/filed for the morning/).waitFor();
    expect(night.core.api.queueList('morning').ids).toHaveLength(1);
    expect(night.phone('Marcus Chen').all().length).toBe(woken);
  });

  it('hears HERE and DONE, tells the resident, and hands the morning a PDF', async () => {
    await night.phone('Aline Silva').replies('HERE');
    await night.pass('20 min');
    await night.phone('Aline Silva').replies('DONE');
    await night.settle();
    const closed = night.core.api.queueList('closed').ids;
    expect(closed).toHaveLength(1);
    expect(night.incident(closed[0] ?? '')).toMatchObject({ outcome: 'fixed' });
    const answer = await night.core.api.signOut();
    if (!answer.ok) throw new Error(answer.reason.en);
    const headers = { authorization: `Bearer ${night.core.token}` };
    const pdf = await fetch(`${night.core.url}/documents/handoff/${answer.value.handoffId}.pdf`, { headers });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    handoff = Buffer.from(await pdf.arrayBuffer());
    expect(handoff.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.skipIf(NO_PDF_READER !== '')(`whose text tells the night${NO_PDF_READER}`, () => {
    const file = join(night.folder, 'handoff.pdf');
    writeFileSync(file, handoff);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const said = ['Rosa Alvarez', '#1001', 'Maple Court 14B', 'Aline Silva', 'agua cayendo del techo sobre la luz'];
    for (const words of [...said, '#1002']) expect(text).toContain(words);
  });

  it('and all the while the page threw nothing', () => expect(errors).toEqual([]));
});
