import { afterEach, describe, expect, it } from 'vitest';
import { createDriver, type GatewayKind } from '#core/notify/gateways';
import type { SendResult, SmsDriver } from '../../electron/core/notify/driver.ts';
import { eventually, patience } from '../patience.ts';
import { QUIET } from '../quiet-gateway-deps.ts';
import { describeGateway } from './conformance.ts';
import type { StandInAnswer } from './stand-ins/loopback-server.ts';
import { GOTIFY_TOKEN, gotifyStandIn, NTFY_TOKEN, ntfyStandIn } from './stand-ins/push.ts';

/** Push through ntfy and Gotify, against stand-ins built from their documentation. */

const TOPIC = 'nightdesk-of-the-test';

const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).toReversed()) await stop();
});

function open(kind: GatewayKind, settings: object): SmsDriver {
  const created = createDriver(kind, settings, QUIET);
  if (!created.ok) throw new Error(JSON.stringify(created.issues));
  return created.driver;
}
const ntfy = (address: string, more: object = {}) =>
  open('ntfy', { address, topic: TOPIC, token: NTFY_TOKEN, ...more });
const gotify = (address: string, more: object = {}) => open('gotify', { address, token: GOTIFY_TOKEN, ...more });

/** Whom a test tells: a topic of their own. */
let topicCount = 0;
const newTopic = () => {
  topicCount += 1;
  return `topic-${topicCount}`;
};

describeGateway({
  name: 'ntfy',
  missing: '',
  async openRig() {
    const server = await ntfyStandIn();
    return {
      driver: ntfy(server.url),
      far: {
        ...server.doors,
        arrived: (topic, nth = 0) =>
          eventually(() => server.pushed.filter((each) => each.topic === topic)[nth]?.message ?? null, 'a push'),
        cut: server.cut,
        restore: server.restore,
      },
      stranger: () => ntfy(server.url, { token: 'tk_another' }),
      newPhone: newTopic,
      close: server.close,
    };
  },
});

describeGateway({
  name: 'gotify',
  missing: '',
  async openRig() {
    const server = await gotifyStandIn();
    let seen = 0;
    return {
      driver: gotify(server.url),
      far: {
        ...server.doors,
        // Everything goes to everybody: what a test sent is what came since it began.
        arrived: (_, nth = 0) => eventually(() => server.pushed[seen + nth]?.message ?? null, 'a push'),
        cut: server.cut,
        restore: server.restore,
      },
      stranger: () => gotify(server.url, { token: 'another' }),
      newPhone() {
        seen = server.pushed.length;
        return newTopic();
      },
      close: server.close,
    };
  },
});

const push = (text: string, to = '') => ({ key: 'k', to, text, expiresAt: null });
const outcome = (result: SendResult) =>
  result.kind === 'rejected' ? `rejected ${result.scope} ${result.reason}` : result.kind;

describe('how loud a push is', () => {
  it.each([
    ['#1042 P1 Maple Court 14B', 5, 10],
    ['A #1042 P1 DO NOT ENTER Maple Court 14B', 5, 10],
    ['3 open for you. Reply by letter: 1A yes\nA #7 P2 Maple 1\nB #8 P3 Maple 2', 4, 8],
    ['#1042 Maple Court 14B is P1 NOW', 5, 10],
    ['#1042 Maple Court 14B AHORA es P2', 4, 8],
    ['#1042 P3 Maple Court 14B', 3, 5],
    ['Your shift begins at 18:00', 3, 5],
    ['P1 somebody says', 3, 5],
  ])('%s', async (text, atNtfy, atGotify) => {
    const [one, other] = [await ntfyStandIn(), await gotifyStandIn()];
    toStop.push(one.close, other.close);
    await ntfy(one.url).send(push(text), patience());
    await gotify(other.url).send(push(text), patience());
    expect([one.pushed[0]?.priority, other.pushed[0]?.priority]).toEqual([atNtfy, atGotify]);
  });
});

describe('ntfy', () => {
  it('tells whoever has a topic there, and everybody else at the topic of the settings', async () => {
    const server = await ntfyStandIn();
    toStop.push(server.close);
    const driver = ntfy(server.url);
    for (const to of ['silva', '+12025550142', '', 'not a topic']) await driver.send(push('hello', to), patience());
    expect(server.pushed.map((each) => each.topic)).toEqual(['silva', TOPIC, TOPIC, TOPIC]);
  });

  it('cuts what it would make a file of, in whole characters', async () => {
    const server = await ntfyStandIn();
    toStop.push(server.close);
    expect((await ntfy(server.url).send(push('💧'.repeat(2_000)), patience())).kind).toBe('accepted');
    expect(server.pushed[0]?.message).toMatch(/^(💧){1000,}…$/u);
  });

  it('writes where anybody may without a token', async () => {
    const server = await ntfyStandIn(null);
    toStop.push(server.close);
    const driver = ntfy(server.url, { token: undefined });
    expect((await driver.send(push('hello'), patience())).kind).toBe('accepted');
    expect(await driver.health(patience())).toMatchObject({ level: 'ok' });
    expect(server.asked.every((each) => each.headers.authorization === undefined)).toBe(true);
  });

  it.each<[number, unknown, string]>([
    [200, { id: 'x', event: 'message' }, 'accepted'],
    [200, '<html>welcome</html>', 'unknown'],
    [200, {}, 'unknown'],
    [302, {}, 'rejected account sentElsewhere:302'],
    [400, { code: 40009 }, 'rejected account setUpDiffers:400'],
    [401, { code: 40101 }, 'rejected account tokenRefused'],
    [403, { code: 40301 }, 'rejected account tokenRefused'],
    [404, { code: 40401 }, 'rejected account wrongAddress:404'],
    [413, { code: 41301 }, 'rejected content tooLong:413'],
    [429, { code: 42901 }, 'notSent'],
    [429, { code: 42908 }, 'notSent'],
    [500, { code: 50001 }, 'unknown'],
    [502, '', 'unknown'],
    [503, '', 'unknown'],
    [507, { code: 50701 }, 'notSent'],
  ])('%i %j means %s', async (status, body, expected) => {
    const server = await ntfyStandIn();
    toStop.push(server.close);
    server.answerWith({ status, body });
    expect(outcome(await ntfy(server.url).send(push('hello'), patience()))).toBe(expected);
  });

  it.each<[string, StandInAnswer | null, boolean, string]>([
    ['well', null, true, 'ok'],
    ['not well', null, false, 'down'],
    ['something else there', { status: 200, body: '<html>' }, true, 'down'],
    ['nothing there', { status: 404 }, true, 'down'],
  ])('health: %s', async (_, answer, isWell, level) => {
    const server = await ntfyStandIn();
    toStop.push(server.close);
    server.feel(isWell);
    server.answerWith(answer);
    expect(await ntfy(server.url).health(patience())).toMatchObject({ level });
  });
});

describe('Gotify', () => {
  it.each<[number, unknown, string]>([
    [200, { id: 1 }, 'accepted'],
    [200, '<html>welcome</html>', 'unknown'],
    [301, {}, 'rejected account sentElsewhere:301'],
    [400, { errorCode: 400 }, 'rejected account setUpDiffers:400'],
    [401, { errorCode: 401 }, 'rejected account tokenRefused'],
    [403, { errorCode: 403 }, 'rejected account tokenRefused'],
    [404, { errorCode: 404 }, 'rejected account wrongAddress:404'],
    [500, { errorCode: 500 }, 'unknown'],
    [503, '', 'unknown'],
  ])('%i %j means %s', async (status, body, expected) => {
    const server = await gotifyStandIn();
    toStop.push(server.close);
    server.answerWith({ status, body });
    expect(outcome(await gotify(server.url).send(push('hello'), patience()))).toBe(expected);
  });

  it.each<[string, { health: string; database: string }, StandInAnswer | null, string]>([
    ['well', { health: 'green', database: 'green' }, null, 'ok'],
    ['its database is not', { health: 'orange', database: 'red' }, null, 'down'],
    ['something else there', { health: 'green', database: 'green' }, { status: 200, body: '<html>' }, 'down'],
  ])('health: %s', async (_, feeling, answer, level) => {
    const server = await gotifyStandIn();
    toStop.push(server.close);
    server.feel(feeling);
    server.answerWith(answer);
    expect(await gotify(server.url).health(patience())).toMatchObject({ level });
    // Asking how it is tells nobody anything.
    expect(server.pushed).toEqual([]);
  });
});
