import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GatewaySink, SmsDriver } from '#core/notify';
import { createDriver } from '#core/notify/gateways';
import { openConnection } from '#core/store';
import { eventually, patience, until } from '../patience.ts';
import { QUIET } from '../quiet-gateway-deps.ts';
import { type CommittingSink, committingSink } from './committing-sink.ts';
import { describeGateway } from './conformance.ts';
import { type GammuRig, missingForGammu, NO_GAMMU, RIG_STATUS_EVERY_S, startGammu } from './gammu-rig.ts';

/** The gammu driver against the real gammu-smsd as Debian ships it, over a modem that is played. */

function openDriver(database: string): SmsDriver {
  const timer = (delayMs: number, run: () => void) => void setTimeout(run, delayMs);
  const created = createDriver('gammu', { database, statusEveryS: RIG_STATUS_EVERY_S }, { ...QUIET, timer });
  if (!created.ok) throw new Error(JSON.stringify(created.issues));
  return created.driver;
}

async function openRig(sink: GatewaySink): Promise<{ driver: SmsDriver; rig: GammuRig }> {
  const rig = await startGammu();
  const driver = openDriver(rig.database);
  await driver.start(sink);
  return { driver, rig };
}

/** Pulls the modem out and waits until it is missed. */
async function pull(driver: SmsDriver, rig: GammuRig): Promise<void> {
  await rig.modem.unplug();
  await until(async () => (await driver.health(patience())).level === 'down', 'the modem to be missed');
}

describeGateway({
  name: 'gammu',
  missing: missingForGammu() ?? '',
  async openRig(sink) {
    const { driver, rig } = await openRig(sink);
    return {
      driver,
      far: {
        arrived: async (phone, nth) => (await rig.modem.arrived(phone, nth)).text,
        reply: (phone, text) => rig.modem.reply(phone, text),
        turnedAway: (phone) => rig.hasReceived(phone),
        fail(phone) {
          rig.modem.decide(phone, 'failed');
          return phone;
        },
        giveBack(phone) {
          // The SIM is not there.
          rig.modem.decide(phone, { cms: 310 });
          return phone;
        },
        cut: () => pull(driver, rig),
        async restore() {
          await rig.modem.plugIn();
          await rig.restart();
        },
      },
      async close() {
        await driver.stop();
        await rig.stop();
      },
    };
  },
});

describe.skipIf(NO_GAMMU !== '')(`gammu driver and real gammu-smsd in trouble${NO_GAMMU}`, () => {
  let rig: GammuRig;
  let driver: SmsDriver;
  let sink: CommittingSink;
  let phone: string;
  let phones = 100;
  beforeAll(async () => {
    sink = committingSink();
    ({ driver, rig } = await openRig(sink));
  });
  afterAll(async () => {
    await driver.stop();
    await rig.stop();
  });
  beforeEach(() => {
    phones += 1;
    phone = `+12025550${phones}`;
  });
  const send = (key: string, text = 'hello', to = phone) => driver.send({ key, to, text, expiresAt: null }, patience());
  const reported = (key: string) =>
    eventually(
      () => sink.reports.findLast((each) => each.key === key && each.state !== 'sent') ?? null,
      `news of ${key}`,
    );

  it('sends nothing twice and loses nothing when the network refuses once, always, or reports twice', async () => {
    rig.modem.decide('+12025550191', { cms: 38, isOnce: true });
    rig.modem.decide('+12025550192', { cms: 38 });
    rig.modem.decide('+12025550193', 'twice');
    rig.modem.decide('+12025550194', 'expired');
    const numbers = ['+12025550191', '+12025550192', '+12025550193', '+12025550194'];
    for (const to of numbers) expect((await send(`to ${to}`, 'hello', to)).kind).toBe('accepted');
    const news = await Promise.all(numbers.map((to) => reported(`to ${to}`)));
    expect(news.map(({ state, reason }) => [state, reason])).toEqual([
      ['delivered', null],
      ['failed', 'networkTrouble:CMS 38'],
      ['delivered', null],
      ['failed', 'expiredOnTheWay:70'],
    ]);
    expect(numbers.map((to) => rig.modem.texts(to).length)).toEqual([1, 0, 1, 0]);
  });

  it('carries two thousand letters in fourteen parts', async () => {
    const text = 'Water comes through the light of the kitchen. '.repeat(44).slice(0, 2_000);
    expect((await send('long', text)).kind).toBe('accepted');
    const arrived = await rig.modem.arrived(phone);
    expect(arrived.text).toBe(text);
    expect(arrived.parts).toHaveLength(14);
    expect((await reported('long')).state).toBe('delivered');
  });

  it('waits for the rest of what has come in only in part', async () => {
    const text = `1 30 ${'á'.repeat(80)}`;
    rig.modem.replyInPart(phone, text, [2]);
    await send('meanwhile');
    await reported('meanwhile');
    expect(sink.replies.some((each) => each.from === phone)).toBe(false);
  });

  it('loses nothing and says nothing false beside a program that locks the database again and again', async () => {
    const other = openConnection(rig.database, { isReadOnly: false, busyMs: 5_000 });
    let isOver = false;
    const locking = (async () => {
      while (!isOver) {
        other.script('BEGIN IMMEDIATE');
        await pause(15);
        other.script('COMMIT');
        await pause(150);
      }
    })();
    const keys = ['locked 1', 'locked 2', 'locked 3'];
    try {
      for (const key of keys) {
        rig.modem.reply(phone, `reply to ${key}`);
        await until(async () => (await send(key, key)).kind !== 'notSent', 'the lock to let it through');
      }
      const news = await Promise.all(keys.map(reported));
      // gammu-smsd itself may give up a text, or its modem, over a lock: then that is said, and why.
      const hasArrived = (key: string): boolean => rig.modem.texts(phone).some(({ text }) => text === key);
      for (const { key, state, reason } of news) {
        expect([key, state === 'delivered' ? hasArrived(key) : reason !== null]).toEqual([key, true]);
      }
    } finally {
      isOver = true;
      await locking;
      other.close();
    }
    await rig.restart();
    await until(() => sink.replies.filter((each) => each.from === phone).length === 3, 'three replies');
  });

  it('sends what waited when gammu-smsd was killed, once', async () => {
    await rig.kill();
    expect((await send('killed')).kind).toBe('accepted');
    expect((await send('killed')).kind).toBe('duplicate');
    rig.modem.reply(phone, '1');
    await rig.start();
    expect((await reported('killed')).state).toBe('delivered');
    await until(() => sink.replies.some((each) => each.from === phone), 'the reply');
    expect(rig.modem.texts(phone)).toHaveLength(1);
  });

  it('takes back what was in hand when the modem was pulled out, and sends it again under its key', async () => {
    rig.modem.decide(phone, 'pulled');
    expect((await send('pulled')).kind).toBe('accepted');
    await until(async () => (await driver.health(patience())).level === 'down', 'the modem to be missed');
    expect(rig.modem.submitted.filter(({ to }) => to === phone)).toHaveLength(1);
    expect(sink.reports.some(({ key }) => key === 'pulled')).toBe(false);
    // The minute passes for which gammu-smsd keeps it in hand.
    rig.ask("UPDATE outbox SET SendingTimeOut = datetime('now', '-1 second') RETURNING ID");
    expect(await reported('pulled')).toMatchObject({ state: 'returned', reason: 'modemPulled', mayHaveLeft: true });
    await until(() => rig.ask('SELECT 1 FROM outbox').length === 0, 'it to be taken back');
    expect((await send('pulled')).kind).toBe('notSent');
    await rig.modem.plugIn();
    await rig.restart();
    await until(async () => (await send('pulled')).kind === 'accepted', 'the modem to be there again');
    expect((await rig.modem.arrived(phone)).text).toBe('hello');
  });
});
