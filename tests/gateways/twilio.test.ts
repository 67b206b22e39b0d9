import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createDriver } from '#core/notify/gateways';
import type { GatewayDeps, SendResult, SmsDriver } from '../../electron/core/notify/driver.ts';
import {
  isSignedByTwilio,
  readTwilioSend,
  readTwilioState,
  twilioSignature,
} from '../../electron/core/notify/gateways/twilio-answer.ts';
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
const refusalOf = (status: number, code: number) =>
  ({ kind: 'answer', status, body: JSON.stringify({ code, message: 'x', status }), retryAfterMs: null }) as const;
const outcome = (result: SendResult) => (result.kind === 'rejected' ? `rejected ${result.scope}` : result.kind);

describe('every error a message can be refused with', () => {
  it.each<[number, number, string, string]>([
    [401, 20003, 'rejected account', 'accountRefused'],
    [403, 20005, 'rejected account', 'accountSuspended'],
    [403, 20008, 'rejected account', 'accountRefused'],
    [404, 20404, 'rejected account', 'wrongAddress'],
    [429, 20429, 'notSent', 'slowDown'],
    [500, 20500, 'unknown', 'failedAnswering'],
    [429, 14107, 'notSent', 'slowDown'],
    [400, 21211, 'rejected recipient', 'numberRefused'],
    [400, 21212, 'rejected account', 'senderUnfit'],
    [400, 21214, 'rejected recipient', 'numberRefused'],
    [400, 21217, 'rejected recipient', 'numberRefused'],
    [400, 21408, 'rejected recipient', 'countryClosed'],
    [400, 21601, 'rejected account', 'senderUnfit'],
    [400, 21602, 'rejected content', 'emptyText'],
    [400, 21603, 'rejected account', 'senderUnfit'],
    [400, 21604, 'rejected recipient', 'numberRefused'],
    [400, 21605, 'rejected content', 'tooLong'],
    [400, 21606, 'rejected account', 'senderUnfit'],
    [400, 21608, 'rejected account', 'onlyVerified'],
    [400, 21610, 'rejected recipient', 'stoppedThere'],
    [400, 21611, 'notSent', 'full'],
    [400, 21612, 'rejected recipient', 'noRoute'],
    [400, 21614, 'rejected recipient', 'takesNoTexts'],
    [400, 21617, 'rejected content', 'tooLong'],
    [400, 21635, 'rejected recipient', 'landline'],
    [400, 21659, 'rejected account', 'senderUnfit'],
    [400, 21660, 'rejected account', 'senderUnfit'],
    [400, 21701, 'rejected account', 'senderUnfit'],
    [400, 21703, 'rejected account', 'senderUnfit'],
    [400, 21704, 'rejected account', 'senderUnfit'],
    [400, 30001, 'notSent', 'full'],
    [400, 30002, 'rejected account', 'accountSuspended'],
    [400, 30005, 'rejected recipient', 'unknownPhone'],
    [400, 30006, 'rejected recipient', 'landline'],
    [400, 30007, 'rejected content', 'filtered'],
    [400, 30034, 'rejected account', 'notRegistered'],
    [429, 63038, 'rejected account', 'accountSuspended'],
  ])('%i with %i', (status, code, expected, reason) => {
    const result = readTwilioSend(refusalOf(status, code));
    expect(outcome(result)).toBe(expected);
    expect(result).toMatchObject({ reason: `${reason}:${code}` });
  });

  it.each<[number, string, string]>([
    [201, '{"sid":"SM1","status":"queued"}', 'accepted'],
    [201, '{"sid":"SM1"', 'unknown'],
    [200, '<html>welcome</html>', 'unknown'],
    [302, '', 'rejected account'],
    [400, '{"code":99999}', 'rejected account'],
    [400, 'not JSON', 'rejected account'],
    [401, '', 'rejected account'],
    [403, '{}', 'rejected account'],
    [404, '', 'rejected account'],
    [408, '', 'unknown'],
    [413, '', 'rejected content'],
    [429, '', 'notSent'],
    [500, '', 'unknown'],
    [502, '<html>', 'unknown'],
    [503, '', 'unknown'],
    [504, '', 'unknown'],
  ])('%i "%s"', (status, body, expected) => {
    expect(outcome(readTwilioSend({ kind: 'answer', status, body, retryAfterMs: null }))).toBe(expected);
  });

  it('keeps the number of one nobody here knows', () => {
    expect(readTwilioSend(refusalOf(400, 99_999))).toMatchObject({ reason: 'setUpDiffers:99999' });
  });
});

describe('what became of a message', () => {
  it.each<[string, number | null, object | null]>([
    ['accepted', null, null],
    ['scheduled', null, null],
    ['queued', null, null],
    ['sending', null, null],
    ['sent', null, null],
    ['delivered', null, { state: 'delivered', reason: null }],
    ['read', null, { state: 'delivered' }],
    ['canceled', null, { state: 'failed', reason: 'cancelledThere' }],
    ['failed', null, { state: 'failed', reason: 'notDelivered' }],
    ['undelivered', 21610, { state: 'failed', reason: 'stoppedThere:21610' }],
    ['failed', 30001, { reason: 'full:30001' }],
    ['failed', 30002, { reason: 'accountSuspended:30002' }],
    ['undelivered', 30003, { reason: 'phoneOff:30003' }],
    ['undelivered', 30004, { reason: 'networkRefused:30004' }],
    ['undelivered', 30005, { reason: 'unknownPhone:30005' }],
    ['undelivered', 30006, { reason: 'landline:30006' }],
    ['undelivered', 30007, { reason: 'filtered:30007' }],
    ['undelivered', 30008, { reason: 'notDelivered:30008' }],
    ['failed', 30034, { reason: 'notRegistered:30034' }],
    ['failed', 30036, { reason: 'expiredOnTheWay:30036' }],
    ['undelivered', 39999, { reason: 'notDelivered:39999' }],
  ])('%s %s', (status, code, expected) => {
    const report = readTwilioState('k', status, code);
    if (expected === null) expect(report).toBeNull();
    else expect(report).toMatchObject(expected);
  });
});

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

describe('the signature of a call', () => {
  const form = new URLSearchParams([
    ['CallSid', 'CA1234567890ABCDE'],
    ['Caller', '+12349013030'],
    ['From', '+12349013030'],
    ['Digits', '1234'],
    ['To', '+18005551212'],
  ]);
  const ADDRESS = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const SIGNATURE = '0/KCTR6DLpKmkAf8muzZqo1nDgQ=';

  it('is what the documentation says it is', () => {
    expect(twilioSignature('12345', ADDRESS, form)).toBe(SIGNATURE);
  });

  it('holds with and without the usual port, and for nothing else', () => {
    const withPort = twilioSignature('12345', ADDRESS.replace('.com', '.com:443'), form);
    const holds = (given: string, token = '12345', address = ADDRESS) =>
      isSignedByTwilio(token, new URL(address), form, given);
    expect([holds(SIGNATURE), holds(withPort)]).toEqual([true, true]);
    expect([holds(SIGNATURE, '12346'), holds(SIGNATURE, '12345', `${ADDRESS}&x=1`), holds('')]).toEqual([
      false,
      false,
      false,
    ]);
  });
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
