import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createDriver } from '#core/notify/gateways';
import type { GatewayDeps, SmsDriver } from '../../electron/core/notify/driver.ts';
import { readPhoneSend, readPhoneState } from '../../electron/core/notify/gateways/android-answer.ts';
import { freePort } from '../integration/free-ports.ts';
import { eventually, patience, until } from '../patience.ts';
import { committingSink } from './committing-sink.ts';
import { describeGateway } from './conformance.ts';
import { type AndroidStandIn, androidStandIn, PHONE_PASSWORD, PHONE_USER } from './stand-ins/android.ts';
import { fastTime } from './stand-ins/loopback-server.ts';

/** The driver for SMS Gateway for Android against a stand-in built from the app's own documentation. */

const MARCUS = '+12025550142';
const SIGNING_KEY = 'signing-key-of-the-test';
const HOUR_MS = 60 * 60_000;

const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).toReversed()) await stop();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-android-'));
  toStop.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function openDriver(address: string, deps: Partial<GatewayDeps> = {}, more: object = {}): SmsDriver {
  const settings = { address, username: PHONE_USER, password: PHONE_PASSWORD, ...more };
  const whole = { ...fastTime(), log: () => undefined, folder: null, ...deps };
  const created = createDriver('android', settings, whole);
  if (!created.ok) throw new Error(JSON.stringify(created.issues));
  return created.driver;
}

const arrivedAt = (phone: AndroidStandIn) => (to: string, nth?: number) =>
  eventually(() => phone.at(to)[nth ?? 0]?.text ?? null, `a text at ${to}`);

describeGateway({
  name: 'android',
  missing: '',
  async openRig(sink) {
    const time = fastTime();
    const phone = await androidStandIn(time.now);
    const driver = openDriver(phone.url, time);
    await driver.start(sink);
    return {
      driver,
      far: {
        ...phone.doors,
        arrived: arrivedAt(phone),
        reply: (from, text) => phone.receive(from, text),
        turnedAway: async () => undefined,
        cut: phone.cut,
        restore: phone.restore,
      },
      stranger: () => openDriver(phone.url, time, { password: 'another' }),
      async close() {
        await driver.stop();
        await phone.close();
      },
    };
  },
});

/** A phone and a driver that is started, on a clock of the test's own. */
async function openPhone(more: { folder?: string | null; settings?: object } = {}) {
  const time = fastTime();
  const phone = await androidStandIn(time.now);
  const sink = committingSink();
  const log: string[] = [];
  const open = () =>
    openDriver(
      phone.url,
      { ...time, folder: more.folder ?? null, log: (...line) => void log.push(JSON.stringify(line)) },
      more.settings,
    );
  const driver = open();
  toStop.push(phone.close);
  return { time, phone, sink, log, driver, open };
}

const answer = (status: number, body: unknown) =>
  ({ kind: 'answer', status, body: JSON.stringify(body), retryAfterMs: null }) as const;

describe('what the phone’s answer says of a message', () => {
  it.each<[number, unknown, object]>([
    [202, { id: 'k', state: 'Pending' }, { kind: 'accepted', ref: 'k' }],
    [202, { state: 'Pending' }, { kind: 'unknown', reason: 'answerStrange:202' }],
    [202, '<html>', { kind: 'unknown', reason: 'answerStrange:202' }],
    [409, { message: 'Message with the same ID already exists' }, { kind: 'duplicate' }],
    [400, { message: 'Invalid phone number' }, { kind: 'rejected', scope: 'recipient', reason: 'numberRefused:400' }],
    [400, { message: 'phoneNumbers is empty' }, { kind: 'rejected', scope: 'recipient' }],
    [400, { message: 'Text message is empty' }, { kind: 'rejected', scope: 'content', reason: 'textRefused:400' }],
    [400, { message: 'Message is too long' }, { kind: 'rejected', scope: 'content', reason: 'tooLong:400' }],
    [400, { message: 'simNumber must be >= 1' }, { kind: 'rejected', scope: 'account', reason: 'setUpDiffers:400' }],
    [400, {}, { kind: 'rejected', scope: 'account', reason: 'setUpDiffers:400' }],
    [301, {}, { kind: 'rejected', scope: 'account', reason: 'sentElsewhere:301' }],
    [401, {}, { kind: 'rejected', scope: 'account', reason: 'accountRefused:401' }],
    [403, {}, { kind: 'rejected', scope: 'account', reason: 'accountRefused:403' }],
    [404, {}, { kind: 'rejected', scope: 'account', reason: 'wrongAddress:404' }],
    [413, {}, { kind: 'rejected', scope: 'content', reason: 'tooLong:413' }],
    [429, {}, { kind: 'notSent', reason: 'slowDown:429' }],
    [500, { message: 'Failed' }, { kind: 'unknown', reason: 'failedAnswering:500' }],
    [503, {}, { kind: 'unknown', reason: 'failedAnswering:503' }],
  ])('%i %j', (status, body, expected) => {
    expect(readPhoneSend(answer(status, body))).toMatchObject(expected);
  });

  it.each<[string, string | null, object | null]>([
    ['Pending', null, null],
    ['Processed', null, null],
    ['Sent', null, null],
    ['Cancelling', null, null],
    ['Delivered', null, { state: 'delivered' }],
    ['Cancelled', null, { state: 'returned', reason: 'cancelledThere', mayHaveLeft: false }],
    ['Failed', null, { state: 'failed', reason: 'phoneCouldNotSend' }],
    ['Failed', `to ${MARCUS}: RESULT_ERROR_NO_SERVICE`, { reason: 'phoneCouldNotSend:RESULT_ERROR_NO_SERVICE' }],
    ['Failed', 'TTL expired', { state: 'failed', reason: 'expiredOnTheWay' }],
  ])('later: %s, %s', (state, error, expected) => {
    const report = readPhoneState('k', JSON.stringify({ id: 'k', state, recipients: [{ error }] }));
    if (expected === null) expect(report).toBeNull();
    else expect(report).toMatchObject(expected);
    expect(JSON.stringify(report)).not.toContain(MARCUS);
  });
});

describe('what the phone is asked', () => {
  it('sends a P1 past its own pauses, and says how long it is worth anything', async () => {
    const { phone, driver, time } = await openPhone();
    const text = 'A #1042 P1 Maple 14B';
    await driver.send({ key: 'k-1', to: MARCUS, text, expiresAt: time.now() + HOUR_MS }, patience());
    const [message] = phone.at(MARCUS);
    expect(message?.body).toMatchObject({ id: 'k-1', priority: 100, withDeliveryReport: true, phoneNumbers: [MARCUS] });
    expect(message?.body).toHaveProperty(
      'ttl',
      expect.toSatisfy((ttl) => ttl > 1_800 && ttl <= 3_600),
    );
  });

  it('never asks for nobody or for nothing', async () => {
    const { phone, driver } = await openPhone();
    const results = [
      await driver.send({ key: 'k', to: '5550142', text: 'hello', expiresAt: null }, patience()),
      await driver.send({ key: 'k', to: MARCUS, text: '', expiresAt: null }, patience()),
    ];
    expect(results).toMatchObject([{ scope: 'recipient' }, { scope: 'content' }]);
    expect(phone.asked).toEqual([]);
  });
});

describe('replies', () => {
  it('leaves alone what lay on the phone before it was ours', async () => {
    const { phone, driver, sink, time } = await openPhone({ folder: newFolder() });
    phone.receive(MARCUS, 'of this morning', time.now() - 5 * HOUR_MS);
    toStop.push(() => driver.stop());
    await driver.start(sink);
    await driver.catchUp?.(patience());
    phone.receive(MARCUS, '1');
    await until(() => sink.replies.length > 0, 'the reply');
    expect(sink.replies.map((each) => each.text)).toEqual(['1']);
  });

  it('hears one that the network held back, though newer ones were heard', async () => {
    const { phone, driver, sink, time } = await openPhone();
    toStop.push(() => driver.stop());
    await driver.start(sink);
    await driver.catchUp?.(patience());
    phone.receive(MARCUS, 'new');
    await until(() => sink.replies.length > 0, 'the new one');
    phone.receive(MARCUS, 'held back', time.now() - 3 * HOUR_MS);
    phone.receive(MARCUS, 'by a clock that is ahead', time.now() + 3 * HOUR_MS);
    await until(() => sink.replies.length > 2, 'all');
    expect(sink.replies.map((each) => each.text)).toEqual(['new', 'held back', 'by a clock that is ahead']);
  });

  it('looks through every page after a blind time', async () => {
    const { phone, driver, sink } = await openPhone({ folder: newFolder() });
    await driver.start(sink);
    await driver.catchUp?.(patience());
    await driver.stop();
    for (let count = 0; count < 230; count += 1) phone.receive(MARCUS, `reply ${count}`);
    await driver.start(sink);
    toStop.push(() => driver.stop());
    await driver.catchUp?.(patience());
    expect(sink.replies.map((each) => each.text)).toEqual(Array.from({ length: 230 }, (_, count) => `reply ${count}`));
  });

  it('hears a responder though somebody has written hundreds of long texts', async () => {
    const { phone, driver, sink } = await openPhone();
    toStop.push(() => driver.stop());
    await driver.start(sink);
    await driver.catchUp?.(patience());
    for (let count = 0; count < 99; count += 1) phone.receive('+12025550143', '💧'.repeat(800));
    phone.receive(MARCUS, '1');
    await until(() => sink.replies.some((each) => each.from === MARCUS), 'the reply');
  });

  it('hands in over a restart what came meanwhile, and nothing twice', async () => {
    const { phone, driver, sink, open } = await openPhone({ folder: newFolder() });
    await driver.start(sink);
    phone.receive(MARCUS, 'before');
    await until(() => sink.replies.length > 0, 'the first');
    await driver.stop();
    phone.receive(MARCUS, 'meanwhile');
    const next = open();
    toStop.push(() => next.stop());
    await next.start(sink);
    await next.catchUp?.(patience());
    expect(sink.handedIn).toHaveLength(2);
    expect(sink.replies.map((each) => each.text)).toEqual(['before', 'meanwhile']);
  });

  it('hands in the others when one cannot be read', async () => {
    const { phone, driver, sink, log } = await openPhone();
    toStop.push(() => driver.stop());
    await driver.start(sink);
    phone.receive(MARCUS, 'readable');
    const createdAt = new Date().toISOString();
    const odd = [{ id: 7 }, null, { id: 'a', sender: MARCUS, contentPreview: 'x', createdAt: 'yesterday' }];
    phone.overrides.set('inbox', { status: 200, body: odd });
    await until(() => log.some((line) => line.includes('cannot be read')), 'the line in the log');
    phone.overrides.set('inbox', {
      status: 200,
      body: [...odd, { id: 'b', sender: MARCUS, contentPreview: 'y', createdAt }],
    });
    await until(() => sink.replies.some((each) => each.text === 'y'), 'the one that can be read');
  });
});

describe('what became of messages', () => {
  it('is heard over a restart', async () => {
    const { driver, sink, open } = await openPhone({ folder: newFolder() });
    await driver.start(sink);
    await driver.send({ key: 'k-1', to: MARCUS, text: 'hello', expiresAt: null }, patience());
    await driver.stop();
    const next = open();
    toStop.push(() => next.stop());
    await next.start(sink);
    await until(() => sink.reports.some((each) => each.key === 'k-1' && each.state === 'delivered'), 'the receipt');
  });

  it('is heard of the others while one cannot be asked about', async () => {
    const { phone, driver, sink } = await openPhone();
    toStop.push(() => driver.stop());
    phone.overrides.set('messages/broken', { status: 500, body: '' });
    await driver.send({ key: 'broken', to: MARCUS, text: 'hello', expiresAt: null }, patience());
    await driver.send({ key: 'k-1', to: MARCUS, text: 'hello', expiresAt: null }, patience());
    await driver.start(sink);
    await until(() => sink.reports.some((each) => each.key === 'k-1'), 'the receipt');
  });

  it('keeps no number and no text on the disk', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const folder = newFolder();
    const { driver } = await openPhone({ folder });
    await driver.send({ key: 'k-1', to: MARCUS, text: 'the text of the message', expiresAt: null }, patience());
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(kept.join()).toContain('k-1');
    expect(kept.join()).not.toMatch(/5550142|text of the message/);
  });
});

describe('health', () => {
  it.each<[string, number, unknown, string]>([
    ['pass', 200, { status: 'pass' }, 'ok'],
    ['warn', 200, { status: 'warn' }, 'warn'],
    ['fail', 500, { status: 'fail' }, 'down'],
    ['another page', 200, '<html>router</html>', 'down'],
    ['nothing there', 404, '', 'down'],
  ])('%s', async (_, status, body, level) => {
    const { phone, driver } = await openPhone();
    phone.setHealth({ status, body });
    expect(await driver.health(patience())).toMatchObject({ level });
  });

  it('warns that an app without an inbox hears no replies', async () => {
    const { phone, driver, sink } = await openPhone();
    phone.overrides.set('inbox', { status: 404, body: '' });
    toStop.push(() => driver.stop());
    await driver.start(sink);
    await driver.catchUp?.(patience());
    expect(await driver.health(patience())).toEqual({ level: 'warn', detail: 'repliesNotFetched:404' });
  });
});

describe('calls of the phone', () => {
  async function openCalled() {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/phone`;
    const settings = { callbackUrl: url, callbackPort: port, signingKey: SIGNING_KEY };
    const opened = await openPhone({ settings });
    toStop.push(() => opened.driver.stop());
    await opened.driver.start(opened.sink);
    await until(() => opened.phone.webhooks.size === 3, 'the phone to be told where to call');
    return { ...opened, url };
  }

  it('are told to the phone, and make us look at once', async () => {
    const { phone, sink, url } = await openCalled();
    phone.receive(MARCUS, '1');
    expect(await phone.callBack(url, 'sms:received', SIGNING_KEY)).toBe(200);
    await until(() => sink.replies.length === 1, 'the reply');
  });

  it('are refused when the phone did not sign them, or are anything else', async () => {
    const { phone, url, log } = await openCalled();
    expect(await phone.callBack(url, 'sms:received', 'another key')).toBe(403);
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413);
    expect(log.join()).not.toContain(SIGNING_KEY);
  });
});
