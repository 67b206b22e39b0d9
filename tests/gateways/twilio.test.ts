import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createDriver } from '#core/notify/gateways';
import type { GatewayDeps, SmsDriver } from '../../electron/core/notify/driver.ts';
import { twilioSignature } from '../../electron/core/notify/gateways/twilio-answer.ts';
import { freePort } from '../integration/free-ports.ts';
import { eventually, patience, until } from '../patience.ts';
import { committingSink } from './committing-sink.ts';
import { describeGateway } from './conformance.ts';
import { fastTime, type StandInAnswer } from './stand-ins/loopback-server.ts';
import { ACCOUNT, DESK, TOKEN, twilioStandIn } from './stand-ins/twilio.ts';

/** The driver for Twilio's REST against a stand-in built from its documentation. */

const MARCUS = '+12025550142';
const VERA = '+12025550143';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).toReversed()) await stop();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-twilio-'));
  toStop.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function openDriver(url: string, deps: Partial<GatewayDeps> = {}, more: object = {}): SmsDriver {
  const settings = { accountSid: ACCOUNT, authToken: TOKEN, from: DESK, address: `${url}/2010-04-01`, ...more };
  const created = createDriver('twilio', settings, { ...fastTime(), log: () => undefined, folder: null, ...deps });
  if (!created.ok) throw new Error(JSON.stringify(created.issues));
  return created.driver;
}

describeGateway({
  name: 'twilio',
  missing: '',
  async openRig(sink) {
    const time = fastTime();
    const account = await twilioStandIn(time.now);
    const folder = mkdtempSync(join(tmpdir(), 'nightdesk-twilio-'));
    const driver = openDriver(account.url, { ...time, folder });
    await driver.start(sink);
    return {
      driver,
      far: {
        ...account.doors,
        arrived: (phone, nth = 0) => eventually(() => account.at(phone)[nth]?.body ?? null, `a text at ${phone}`),
        reply: (from, text) => void account.receive(from, text),
        turnedAway: async () => undefined,
        cut: account.cut,
        restore: account.restore,
      },
      stranger: () => openDriver(account.url, time, { authToken: 'another' }),
      async close() {
        await driver.stop();
        await account.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
});

/** An account and a driver, on a clock a hundred times as fast as life, or on one that stands. */
async function openAccount({ settings = {}, at }: { settings?: object; at?: number } = {}) {
  const fast = fastTime();
  const clock = { now: at ?? 0 };
  const time = at === undefined ? fast : { ...fast, now: () => clock.now };
  const account = await twilioStandIn(time.now);
  toStop.push(account.close);
  const sink = committingSink();
  const log: string[] = [];
  const folder = newFolder();
  const open = () =>
    openDriver(account.url, { ...time, folder, log: (...line) => void log.push(JSON.stringify(line)) }, settings);
  const driver = open();
  toStop.push(() => driver.stop());
  return { clock, time, account, sink, log, driver, open };
}

const hello = (key: string, to = MARCUS, text = 'hello') => ({ key, to, text, expiresAt: null });

describe('what is sent', () => {
  it('holds a number, a text and how long it is worth anything', async () => {
    const { account, driver, time } = await openAccount();
    await driver.send({ ...hello('k'), expiresAt: time.now() + 2 * HOUR_MS }, patience());
    const form = account.at(MARCUS)[0]?.form;
    expect(form?.get('From')).toBe(DESK);
    expect(Number(form?.get('ValidityPeriod'))).toBeGreaterThan(HOUR_MS / 1000);
    expect(form?.has('StatusCallback')).toBe(false);
  });

  it('keeps to the longest validity there is', async () => {
    const { account, driver, time } = await openAccount();
    await driver.send({ ...hello('k'), expiresAt: time.now() + 48 * HOUR_MS }, patience());
    expect(account.at(MARCUS)[0]?.form.get('ValidityPeriod')).toBe('36000');
  });

  it('leaves the sender to a messaging service', async () => {
    const { account, driver } = await openAccount({ settings: { from: undefined, messagingServiceSid: 'MG1' } });
    expect((await driver.send(hello('k'), patience())).kind).toBe('accepted');
    expect(account.at(MARCUS)[0]?.form.get('MessagingServiceSid')).toBe('MG1');
  });

  it('does not even ask with a text that is too long', async () => {
    const { account, driver } = await openAccount();
    const result = await driver.send(hello('k', MARCUS, 'x'.repeat(2_000)), patience());
    expect(result).toEqual({ kind: 'rejected', reason: 'tooLong', scope: 'content' });
    expect(account.asked).toEqual([]);
  });

  it('never says the token, the number or the text', async () => {
    const { account, driver, sink, log } = await openAccount();
    const echo = `${TOKEN} ${MARCUS} the text of the message`;
    for (const status of [200, 400, 401, 404, 500, 503]) {
      account.answerWith({ status, body: echo });
      const said = [await driver.send(hello('k', MARCUS, 'the text of the message'), patience())];
      expect(JSON.stringify([said, await driver.health(patience()), log])).not.toMatch(/-of-the-test|5550142|the text/);
    }
    await driver.start(sink);
    await driver.catchUp?.(patience());
    expect(JSON.stringify(log)).not.toMatch(/-of-the-test|5550142|the text/);
  });
});

describe('an answer that was lost', () => {
  const AT = Date.UTC(2026, 10, 26, 4);
  const lose = async (driver: SmsDriver, account: { answerWith(answer: StandInAnswer | null): void }) => {
    account.answerWith({ status: 500, body: '' });
    expect((await driver.send(hello('lost'), patience())).kind).toBe('unknown');
    account.answerWith(null);
  };

  it('is settled by the text, once the gateway has had its time', async () => {
    const { account, driver, clock } = await openAccount({ at: AT });
    await lose(driver, account);
    expect(await driver.find?.('lost', patience())).toBe('cannotTell');
    clock.now += 2 * MINUTE_MS;
    expect(await driver.find?.('lost', patience())).toBe('absent');
  });

  it('is not settled by the same text under another key, to another number, or of yesterday', async () => {
    const { account, driver, clock } = await openAccount({ at: AT });
    await driver.send(hello('of yesterday'), patience());
    clock.now += 20 * HOUR_MS;
    await driver.send(hello('another key'), patience());
    await driver.send(hello('another number', VERA), patience());
    await lose(driver, account);
    clock.now += 2 * MINUTE_MS;
    expect(await driver.find?.('lost', patience())).toBe('absent');
  });

  it('is found where it was taken, after a restart and behind a trial account’s own words as well', async () => {
    const { account, driver, open } = await openAccount({ at: AT });
    const giveUp = new AbortController();
    const sending = driver.send(hello('lost', account.doors.hang(MARCUS)), giveUp.signal);
    await until(() => account.at(MARCUS).length === 1, 'it to be taken');
    giveUp.abort();
    expect((await sending).kind).toBe('unknown');
    await driver.stop();
    const next = open();
    expect(await next.find?.('lost', patience())).toBe('present');
    // What was found is asked after like any other.
    expect(await next.find?.('lost', patience())).toBe('present');
  });

  it('is not settled while its last attempt may still be under way, however long ago the first was', async () => {
    const { account, driver, clock } = await openAccount({ at: AT });
    account.answerWith({ status: 429, body: { code: 20_429 } });
    expect((await driver.send(hello('lost'), patience())).kind).toBe('notSent');
    clock.now += 5 * MINUTE_MS;
    await lose(driver, account);
    expect(await driver.find?.('lost', patience())).toBe('cannotTell');
    clock.now += 2 * MINUTE_MS;
    expect(await driver.find?.('lost', patience())).toBe('absent');
  });

  it('is still looked for when the next attempt was refused', async () => {
    const { account, driver, clock } = await openAccount({ at: AT });
    const giveUp = new AbortController();
    const sending = driver.send(hello('lost', account.doors.hang(MARCUS)), giveUp.signal);
    await until(() => account.at(MARCUS).length === 1, 'it to be taken');
    giveUp.abort();
    expect((await sending).kind).toBe('unknown');
    account.answerWith({ status: 401, body: { code: 20_003 } });
    expect(await driver.send(hello('lost'), patience())).toMatchObject({ kind: 'rejected', scope: 'account' });
    account.answerWith(null);
    clock.now += 2 * MINUTE_MS;
    expect(await driver.find?.('lost', patience())).toBe('present');
  });

  it('is not known while the gateway is not well', async () => {
    const { account, driver, clock } = await openAccount({ at: AT });
    await lose(driver, account);
    clock.now += 2 * MINUTE_MS;
    account.answerWith({ status: 500, body: '' });
    expect(await driver.find?.('lost', patience())).toBe('cannotTell');
  });
});

describe('replies', () => {
  it('leaves alone what came before the account was ours', async () => {
    const { account, driver, sink, time } = await openAccount();
    account.receive(MARCUS, 'of this morning', time.now() - 3 * HOUR_MS);
    await driver.start(sink);
    await driver.catchUp?.(patience());
    account.receive(MARCUS, '1');
    await until(() => sink.replies.length > 0, 'the reply');
    expect(sink.replies.map((each) => each.text)).toEqual(['1']);
  });

  it('follows every page, in the order in which they came, and never to another server', async () => {
    const { account, driver, sink, time } = await openAccount();
    account.showAtMost(3);
    await driver.start(sink);
    await driver.catchUp?.(patience());
    const at = time.now();
    for (let count = 0; count < 10; count += 1) account.receive(MARCUS, `reply ${count}`, at + count * 1_000);
    await until(() => sink.replies.length === 10, 'all of them');
    expect(sink.replies.map((each) => each.text)).toEqual(Array.from({ length: 10 }, (_, count) => `reply ${count}`));
  });

  it('hears a responder though somebody has written hundreds of long texts', async () => {
    const { account, driver, sink } = await openAccount();
    await driver.start(sink);
    await driver.catchUp?.(patience());
    for (let count = 0; count < 99; count += 1) account.receive(VERA, '💧'.repeat(800));
    account.receive(MARCUS, '1');
    await until(() => sink.replies.some((each) => each.from === MARCUS), 'the reply');
  });

  it('hears one that turns up late behind newer ones', async () => {
    const { account, driver, sink, time } = await openAccount();
    await driver.start(sink);
    await driver.catchUp?.(patience());
    account.receive(MARCUS, 'new');
    await until(() => sink.replies.length === 1, 'the new one');
    account.receive(VERA, 'late', time.now() - 2 * HOUR_MS);
    await driver.catchUp?.(patience());
    expect(sink.replies.map((each) => each.text)).toEqual(['new', 'late']);
  });

  it('hands in none of half a list', async () => {
    const { account, driver, sink } = await openAccount();
    await driver.start(sink);
    await driver.catchUp?.(patience());
    account.answerWith({ status: 200, body: '{"messages":[' });
    await driver.catchUp?.(patience());
    expect(await driver.health(patience())).toMatchObject({ level: 'down' });
    account.answerWith(null);
    account.receive(MARCUS, '1');
    await until(() => sink.replies.length === 1, 'the reply');
  });
});

it('one message that cannot be asked about keeps neither receipts nor replies waiting', async () => {
  const { account, driver, sink } = await openAccount();
  const first = await driver.send(hello('broken'), patience());
  account.break(first.kind === 'accepted' ? (first.ref ?? '') : '');
  await driver.send(hello('k', VERA), patience());
  await driver.start(sink);
  await until(() => sink.reports.some((each) => each.key === 'k'), 'the receipt of the other');
  account.receive(MARCUS, '1');
  await until(() => sink.replies.length === 1, 'the reply');
});

it('a report that the core cannot commit keeps no other waiting', async () => {
  const { driver, sink } = await openAccount();
  sink.refuseNext(1_000_000, (given) => 'key' in given && given.key === 'broken');
  await driver.send(hello('broken'), patience());
  await driver.send(hello('k', VERA), patience());
  await driver.start(sink);
  await until(() => sink.reports.some((each) => each.key === 'k'), 'the receipt of the other');
});

describe('calls of the gateway', () => {
  async function openCalled() {
    const port = await freePort();
    const callbackUrl = 'https://desk.example.com/twilio';
    const opened = await openAccount({ settings: { callbackUrl, callbackPort: port } });
    await opened.driver.start(opened.sink);
    const call = async (door: string, fields: Record<string, string>, token = TOKEN) => {
      const form = new URLSearchParams(fields);
      const signature = twilioSignature(token, `${callbackUrl}/${door}`, form);
      const response = await fetch(`http://127.0.0.1:${port}/twilio/${door}`, {
        method: 'POST',
        headers: { 'x-twilio-signature': signature, 'content-type': 'application/x-www-form-urlencoded' },
        body: `${form}`,
      });
      return { status: response.status, body: await response.text() };
    };
    return { ...opened, call, port };
  }
  const reply = { MessageSid: 'SM9', From: MARCUS, To: DESK, Body: 'sí, 20' };

  it('say where to call, hand in a reply once, and answer without a text', async () => {
    const { driver, sink, call, account } = await openCalled();
    expect(driver.paste?.()).toMatchObject([{ text: 'https://desk.example.com/twilio/reply' }]);
    await driver.send(hello('k'), patience());
    expect(account.at(MARCUS)[0]?.form.get('StatusCallback')).toBe('https://desk.example.com/twilio/status');
    const first = await call('reply', reply);
    expect(first.status).toBe(200);
    expect(first.body).toContain('<Response></Response>');
    await call('reply', reply);
    expect(sink.handedIn).toEqual(['SM9']);
    expect(sink.replies[0]).toMatchObject({ from: MARCUS, to: DESK, text: 'sí, 20' });
  });

  it('report what became of a message, and of a strange one nothing', async () => {
    const { driver, sink, call } = await openCalled();
    const sent = await driver.send(hello('k'), patience());
    const sid = sent.kind === 'accepted' ? (sent.ref ?? '') : '';
    expect((await call('status', { MessageSid: 'SM-of-nobody', MessageStatus: 'delivered' })).status).toBe(200);
    expect((await call('status', { MessageSid: sid, MessageStatus: 'undelivered', ErrorCode: '30005' })).status).toBe(
      200,
    );
    expect(sink.reports).toContainEqual({ key: 'k', state: 'failed', reason: 'unknownPhone:30005' });
  });

  it('are to be repeated when they could not be committed', async () => {
    const { sink, call } = await openCalled();
    sink.refuseNext(1, (given) => 'from' in given);
    expect((await call('reply', reply)).status).toBe(503);
    expect((await call('reply', reply)).status).toBe(200);
    expect(sink.replies).toHaveLength(1);
  });

  it('are refused when Twilio did not sign them, or are anything else', async () => {
    const { call, port, sink } = await openCalled();
    expect((await call('reply', reply, 'another token')).status).toBe(403);
    expect((await fetch(`http://127.0.0.1:${port}/twilio/reply`)).status).toBe(405);
    expect((await fetch(`http://127.0.0.1:${port}/twilio/else`, { method: 'POST' })).status).toBe(404);
    expect((await call('reply', { From: MARCUS, Body: '1' })).status).toBe(400);
    expect(sink.replies).toEqual([]);
  });
});
