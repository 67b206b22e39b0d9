import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kannelConfLines } from '#core/notify/gateways';
import type { MessageSlot } from '#shared/contract';
import { type GammuRig, NO_GAMMU, RIG_STATUS_EVERY_S, startGammu } from '../gateways/gammu-rig.ts';
import { freePort } from '../integration/free-ports.ts';
import {
  type KannelRig,
  NO_KANNEL,
  RIG_PASSWORD,
  RIG_STATUS_PASSWORD,
  RIG_USER,
  startKannel,
} from '../integration/kannel-rig.ts';
import { nameIn } from '../integration/kannel-sink.ts';
import { until } from '../patience.ts';
import { type Night, openNight } from '../world.ts';
import { NO_BROWSER, openBrowser, openWindow } from './browser.ts';

/** Where the pictures go: looked at by a person, not compared by a machine. */
const FOLDER = join(import.meta.dirname, '../../test-results/gateway-night');
const NO_PROGRAMS = NO_BROWSER || NO_GAMMU || NO_KANNEL;
const DESK = '+12025550100';
/** While real programs work the desk's time goes on with them, a little faster; never so fast that a ladder overtakes them. */
const PACE = 3;

/** A night over a USB modem: it is pulled out, the texts leave through Kannel, it is plugged in again, they are back. */
describe.skipIf(NO_PROGRAMS !== '')(`a night over two gateways${NO_PROGRAMS}`, () => {
  let night: Night;
  let gammu: GammuRig;
  let kannel: KannelRig;
  let browser: Browser;
  let page: Page;
  let errors: readonly string[];

  const save = async (slot: MessageSlot, kind: string, config: Record<string, unknown>): Promise<void> => {
    const answer = await night.core.api.saveGateway({ slot, kind, config, isConfirmed: true });
    if (!answer.ok) throw new Error(answer.reason.en);
  };
  const openKannel = async (): Promise<void> => {
    const callbackPort = await freePort();
    const callbackSecret = 'the-secret-of-this-night';
    const base = `http://127.0.0.1:${callbackPort}/kannel/${callbackSecret}`;
    kannel = await startKannel(kannelConfLines({ host: '127.0.0.1', port: callbackPort, base }));
    const account = { username: RIG_USER, password: RIG_PASSWORD, statusPassword: RIG_STATUS_PASSWORD };
    const { sendUrl, statusUrl } = kannel;
    await save('fallback', 'kannel', { ...account, sendUrl, statusUrl, from: DESK, callbackPort, callbackSecret });
  };

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    night = await openNight();
    gammu = await startGammu();
    await save('primary', 'gammu', { database: gammu.database, sender: DESK, statusEveryS: RIG_STATUS_EVERY_S });
    await openKannel();
    browser = await openBrowser();
    ({ page, errors } = await openWindow(browser, night.core));
    await page.getByText('new report').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await night?.end();
    await kannel?.stop();
    await gammu?.stop();
  });

  const goOnUntil = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
    let before = performance.now();
    await until(async () => {
      if (await isSo()) return true;
      const now = performance.now();
      await night.clock.pass(Math.floor((now - before) * PACE), night.settle);
      before = now;
      return false;
    }, what);
  };
  const slot = (name: MessageSlot) => {
    const found = night.core.api.gateways().find((each) => each.slot === name);
    if (!found) throw new Error(`no place called ${name}`);
    return found;
  };
  const isWell = (name: MessageSlot, level: 'ok' | 'down') =>
    goOnUntil(() => slot(name).health.level === level, `the ${name} gateway to be ${level}`);

  /** By keyboard. Returns the step's text, once it has left, and whom it is to. */
  const report = async (place: string, words: string) => {
    const before = new Set(night.core.api.queueList('all').ids);
    await page.keyboard.press('n');
    await page
      .getByRole('combobox', { name: /place/i })
      .or(page.getByPlaceholder(/property or unit/i))
      .first()
      .fill(place);
    await page.getByRole('option').first().click();
    await page.getByRole('textbox', { name: /what is wrong/i }).fill(words);
    await page.getByText('Plumbing, P1').waitFor();
    await page.keyboard.press('Control+Enter');
    let id: string | undefined;
    await until(() => {
      id = night.core.api.queueList('all').ids.find((each) => !before.has(each));
      return id !== undefined;
    }, 'the report to be saved');
    await night.settle();
    const incidentId = id ?? '';
    const step = () => {
      const found = night.incident(incidentId).messages.find(({ purpose }) => purpose === 'step');
      if (!found) throw new Error('nobody was asked');
      return found;
    };
    return { id: incidentId, step };
  };
  type Reported = Awaited<ReturnType<typeof report>>;

  const arrivesBy = async (reported: Reported, texts: () => readonly string[]): Promise<string> => {
    const { number } = night.incident(reported.id).row;
    let found: string | undefined;
    await goOnUntil(() => {
      found = texts().find((text) => nameIn(text)?.number === number);
      return found !== undefined;
    }, 'the text of the step');
    return nameIn(found ?? '')?.code ?? '';
  };
  const isTaken = async ({ id, step }: Reported): Promise<void> => {
    await goOnUntil(() => night.incident(id).row.status === 'acknowledged', 'the yes to count');
    await page.getByText(`${step().toName} (Harbor Plumbing) has it`).first().waitFor();
  };

  it('the text of a P1 goes over the modem, and a 1 from that phone takes it', async () => {
    const reported = await report('maple 14b', 'agua cayendo del techo sobre la luz');
    const phone = reported.step().toPhone;
    await arrivesBy(reported, () => gammu.modem.texts(phone).map(({ text }) => text));
    await goOnUntil(() => reported.step().state === 'delivered', 'the receipt');
    gammu.modem.reply(phone, '1');
    await isTaken(reported);
    expect(slot('primary')).toMatchObject({ kind: 'gammu', isInUse: true, health: { level: 'ok' } });
    expect(kannel.parts()).toEqual([]);
  });

  it('a text that lies in the queue of the modem when that is pulled out leaves through Kannel by itself', async () => {
    await goOnUntil(() => gammu.ask('SELECT 1 FROM outbox').length === 0, 'the modem to be done with what it has');
    // Nobody takes it out of the queue any more, and the modem is not missed yet.
    await gammu.kill();
    const reported = await report('maple 3a', 'water pouring through the ceiling onto the light');
    const phone = reported.step().toPhone;
    await goOnUntil(() => reported.step().state === 'accepted', 'the modem’s queue to have it');
    await gammu.modem.unplug();
    const code = await arrivesBy(reported, () => kannel.texts(phone));
    const { number } = night.incident(reported.id).row;
    expect(gammu.modem.texts(phone).filter(({ text }) => nameIn(text)?.number === number)).toEqual([]);
    const row = night.core.api.outbox('all').find(({ key }) => key === reported.step().key);
    expect(row).toMatchObject({ gateway: 'kannel', slot: 'fallback' });
    expect(gammu.ask(`SELECT 1 FROM outbox WHERE CreatorID LIKE '%${reported.step().key}%'`)).toEqual([]);
    expect(reported.step()).toMatchObject({ attempt: 2, isPossiblyTwice: false });
    await page.screenshot({ path: join(FOLDER, 'given-back.png') });
    kannel.inject({ from: phone, to: DESK, text: `1${code}` });
    await isTaken(reported);
  });

  it('pulled out, the modem is missed, and the next one leaves through Kannel', async () => {
    await isWell('primary', 'down');
    const reported = await report('elm house 12', 'water pouring through the ceiling onto the light');
    const phone = reported.step().toPhone;
    const code = await arrivesBy(reported, () => kannel.texts(phone));
    await page.screenshot({ path: join(FOLDER, 'pulled.png') });
    kannel.inject({ from: phone, to: DESK, text: `1${code}` });
    await isTaken(reported);
    // What it was given before it was missed is taken back a moment later.
    await until(() => gammu.ask('SELECT 1 FROM outbox').length === 0, 'nothing to lie with the modem');
  });

  it('plugged in again, it carries the one after that', async () => {
    await gammu.modem.plugIn();
    await gammu.restart();
    await isWell('primary', 'ok');
    await night.pass('3 min');
    const atKannel = kannel.parts().length;
    const reported = await report('oak row 7', 'water pouring through the ceiling onto the light');
    const phone = reported.step().toPhone;
    const code = await arrivesBy(reported, () => gammu.modem.texts(phone).map(({ text }) => text));
    gammu.modem.reply(phone, `1${code}`);
    await isTaken(reported);
    expect(kannel.parts()).toHaveLength(atKannel);
    await page.screenshot({ path: join(FOLDER, 'back.png') });
  });

  it('and all the while the page threw nothing', () => expect(errors).toEqual([]));
});
