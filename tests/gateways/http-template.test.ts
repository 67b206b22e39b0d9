import { afterEach, describe, expect, it } from 'vitest';
import { createDriver } from '#core/notify/gateways';
import type { SendResult, SmsDriver } from '../../electron/core/notify/driver.ts';
import { answerRules, meaningOf } from '../../electron/core/notify/gateways/answer-rules.ts';
import { fillIn, TRIAL_VALUES } from '../../electron/core/notify/gateways/template-text.ts';
import { eventually, patience } from '../patience.ts';
import { QUIET } from '../quiet-gateway-deps.ts';
import { describeGateway } from './conformance.ts';
import { loopbackServer, type StandInAnswer, troubles } from './stand-ins/loopback-server.ts';

/** Any gateway that takes a message in one request, as an administrator writes it down. */

const MARCUS = '+12025550142';
const SECRET = 'secret-of-the-test';

const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).toReversed()) await stop();
});

function open(settings: object): SmsDriver {
  const created = createDriver('http', settings, QUIET);
  if (!created.ok) throw new Error(JSON.stringify(created.issues));
  return created.driver;
}

const JSON_SETTINGS = {
  headers: 'Authorization: Bearer {secret}',
  bodyKind: 'json',
  body: '{"recipient": "{to}", "message": "{text}", "id": "{key}"}',
  secret: SECRET,
  reference: 'messages.0.id',
};

describeGateway({
  name: 'http',
  missing: '',
  async openRig() {
    const phones = troubles();
    const arrived: { readonly to: string; readonly text: string }[] = [];
    const server = await loopbackServer(({ path, headers, body }) => {
      if (headers.authorization !== `Bearer ${SECRET}`) return { status: 401 };
      if (path === '/health') return { status: 200 };
      const { recipient, message } = JSON.parse(body);
      if (phones.refused.has(recipient)) return { status: 422, body: { error: 'no such number' } };
      if (phones.isThrottled(recipient)) return { status: 429 };
      arrived.push({ to: recipient, text: message });
      return phones.hanging.has(recipient) ? 'hang' : { status: 202, body: { messages: [{ id: arrived.length }] } };
    });
    const settings = { ...JSON_SETTINGS, address: `${server.url}/send`, healthUrl: `${server.url}/health` };
    return {
      driver: open(settings),
      far: {
        ...phones.doors,
        arrived: (to, nth = 0) =>
          eventually(() => arrived.filter((each) => each.to === to)[nth]?.text ?? null, `a text at ${to}`),
        cut: server.cut,
        restore: server.restore,
      },
      stranger: () => open({ ...settings, secret: 'another' }),
      close: server.close,
    };
  },
});

const message = { key: 'k 1', to: MARCUS, text: 'Señora "Peña" & 50 % \\ {to}\n💧', expiresAt: null };

async function asked(settings: object, sent = message) {
  const server = await loopbackServer(() => ({ status: 200, body: 'OK' }));
  toStop.push(server.close);
  const driver = open({ ...settings, address: `${server.url}${'path' in settings ? settings.path : '/send'}` });
  const result = await driver.send(sent, patience());
  return { result, request: server.asked[0] };
}

describe('a value stays one value wherever it stands', () => {
  it('in the address', async () => {
    const { request } = await asked({ method: 'GET', path: '/send/{digits}?to={to}&text={text}&id={key}' });
    expect(request?.method).toBe('GET');
    expect(request?.path).toBe('/send/12025550142');
    expect([...(request?.query ?? [])]).toEqual([
      ['to', MARCUS],
      ['text', message.text],
      ['id', 'k 1'],
    ]);
  });

  it('in a form', async () => {
    const { request } = await asked({ body: 'to={to}&text={text}&sender={from}', from: 'Night desk' });
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(request?.body)]).toEqual([
      ['to', MARCUS],
      ['text', message.text],
      ['sender', 'Night desk'],
    ]);
  });

  it('in JSON', async () => {
    const { request } = await asked({ bodyKind: 'json', body: '{"a": {"to": ["{to}"]}, "text": "{text}!"}' });
    expect(request?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(request?.body ?? '')).toEqual({ a: { to: [MARCUS] }, text: `${message.text}!` });
  });

  it('in a header, where it ends no line', async () => {
    const settings = {
      headers: 'X-Id: {key}\nContent-Type: text/x; charset=utf-8 | X-Secret: {secret}',
      body: 'x',
      secret: SECRET,
    };
    const { request } = await asked(settings, { ...message, key: 'ü\r\nX-More: 1' });
    expect(request?.headers).toMatchObject({
      'x-id': '%C3%BC%0D%0AX-More: 1',
      'content-type': 'text/x; charset=utf-8',
      'x-secret': SECRET,
    });
    expect(request?.headers).not.toHaveProperty('x-more');
  });

  it('whatever a text looks like: half an emoji, a variable, two thousand characters', () => {
    const values = { ...TRIAL_VALUES, text: '\ud83d {secret} $& $1' };
    expect(fillIn('{text}', values, 'form')).toBe(encodeURIComponent('\ufffd {secret} $& $1'));
    expect(JSON.parse(`"${fillIn('{text}', { ...values, text: 'é"\\'.repeat(700) }, 'json')}"`)).toBe(
      'é"\\'.repeat(700),
    );
  });
});

describe('settings', () => {
  const good = { address: 'http://127.0.0.1:9/send', body: 'to={to}&text={text}' };
  it.each<[string, object, string]>([
    ['a variable that does not exist in the body', { body: 'to={phone}&text={text}' }, 'Body'],
    ['a variable that does not exist in the address', { address: 'http://127.0.0.1/{nummer}' }, 'Address'],
    ['a variable that does not exist in a header', { headers: 'X-To: {phone}' }, 'Headers'],
    ['a variable in the name of the server', { address: 'http://{to}.example.com/' }, 'Address'],
    ['a variable as the port', { address: 'http://127.0.0.1:{digits}/' }, 'Address'],
    ['a password in the address', { address: 'http://u:hidden@127.0.0.1/' }, 'Address'],
    ['another protocol', { address: 'file:///etc/passwd' }, 'Address'],
    ['a text in a header', { headers: 'X-Text: {text}' }, 'Headers'],
    ['a length of the administrator’s own', { headers: 'Content-Length: 3' }, 'Headers'],
    ['what is no header', { headers: 'just words' }, 'Headers'],
    ['JSON with a variable outside quotation marks', { bodyKind: 'json', body: '{"to": {to}}' }, 'Body'],
    ['JSON that is none', { bodyKind: 'json', body: '{"to": "{to}"' }, 'Body'],
    ['a rule that is none', { accepted: 'all' }, 'Answers that mean: taken'],
    ['a rule from high to low', { rejected: '499-400' }, 'Answers that mean: refused'],
    ['a reference that is no path', { reference: 'a..b' }, 'Where its reference stands'],
  ])('with %s are refused in a sentence', (_, wrong, label) => {
    const created = createDriver('http', { ...good, ...wrong }, QUIET);
    expect(created).toMatchObject({ ok: false, issues: [{ en: expect.stringContaining(`“${label}” must be `) }] });
    expect(JSON.stringify(created)).not.toContain('hidden');
  });

  it('name the variables there are', () => {
    const created = createDriver('http', { ...good, body: '{phone}' }, QUIET);
    expect(created.ok ? '' : created.issues[0]?.en).toContain('{to}, {digits}, {text}, {key}, {from}, {secret}');
  });
});

describe('what an answer means', () => {
  const rules = {
    accepted: '200-299\n200 "ok":true',
    rejected: '400-499\n200 ERROR\n200 BAD NUMBER',
    tryAgain: '429, 503\n200 ERROR 9',
  };
  it.each<[number, string, string | null]>([
    [200, '{"ok":true}', 'accepted'],
    [202, 'anything', 'accepted'],
    [200, 'ERROR 3', 'rejected'],
    [200, 'ERROR 9', 'tryAgain'],
    [200, 'BAD NUMBER', 'rejected'],
    [404, '', 'rejected'],
    [429, '', 'tryAgain'],
    [503, '', 'tryAgain'],
    [500, '', null],
  ])('%i "%s": %s', (status, body, expected) => {
    expect(meaningOf(rules, { status, body })).toBe(expected);
  });

  it('reads lists, ranges, blanks and empty lines, and nothing else', () => {
    expect(answerRules(' 200 , 202-204 \n\n429 slow down ; ')).toEqual([
      { from: 200, to: 200, text: '' },
      { from: 202, to: 204, text: '' },
      { from: 429, to: 429, text: 'slow down' },
    ]);
    for (const wrong of ['20', '200-', '200-1000', 'ok', '200,', '2000']) expect(answerRules(wrong)).toBeNull();
  });

  const outcome = (result: SendResult) =>
    result.kind === 'rejected' ? `rejected ${result.scope} ${result.reason}` : JSON.stringify(result);
  it.each<[StandInAnswer, string]>([
    [{ status: 200, body: { messages: [{ id: 'abc' }] } }, '{"kind":"accepted","ref":"abc"}'],
    [{ status: 200, body: { messages: [] } }, '{"kind":"accepted","ref":null}'],
    [{ status: 200, body: 'not JSON' }, '{"kind":"accepted","ref":null}'],
    [{ status: 302, headers: { location: 'http://127.0.0.1:9/' } }, 'rejected account sentElsewhere:302'],
    [{ status: 401 }, 'rejected account accountRefused:401'],
    [{ status: 403 }, 'rejected account accountRefused:403'],
    [{ status: 422 }, 'rejected recipient refusedByRule:422'],
    // A range that takes them in does not mean them: no other message would be taken either, or nobody knows.
    [{ status: 402 }, 'rejected account setUpDiffers:402'],
    [{ status: 404 }, 'rejected account wrongAddress:404'],
    [{ status: 405 }, 'rejected account wrongAddress:405'],
    [{ status: 408 }, '{"kind":"unknown","reason":"failedAnswering:408"}'],
    [{ status: 429, headers: { 'retry-after': '7' } }, '{"kind":"notSent","reason":"full:429","retryAfterMs":7000}'],
    [{ status: 500 }, '{"kind":"unknown","reason":"failedAnswering:500"}'],
    [{ status: 600 }, '{"kind":"unknown","reason":"failedAnswering:600"}'],
  ])('%j is %s', async (answer, expected) => {
    const server = await loopbackServer(() => answer);
    toStop.push(server.close);
    const result = await open({ ...JSON_SETTINGS, address: server.url }).send(message, patience());
    expect(outcome(result)).toBe(expected);
  });

  it('is what a line says of it that names it', async () => {
    const server = await loopbackServer(() => ({ status: 404, body: 'no such number' }));
    toStop.push(server.close);
    for (const rejected of ['400-499; 404', '400-499 such number']) {
      const result = await open({ ...JSON_SETTINGS, address: server.url, rejected }).send(message, patience());
      expect(outcome(result)).toBe('rejected recipient refusedByRule:404');
    }
  });

  it('says nothing of what it sent when the server echoes it', async () => {
    const echo = `${SECRET} ${MARCUS} ${message.text}`;
    for (const status of [200, 400, 401, 500, 503]) {
      const server = await loopbackServer(() => ({ status, body: echo }));
      toStop.push(server.close);
      const settings = { ...JSON_SETTINGS, address: server.url, healthUrl: server.url };
      const said = [await open(settings).send(message, patience()), await open(settings).health(patience())];
      expect(JSON.stringify(said)).not.toMatch(/-of-the-test|5550142|Peña/);
    }
  });

  it('cannot tell how it is without an address for that', async () => {
    const driver = open({ address: 'http://127.0.0.1:9/' });
    expect(await driver.health(patience())).toEqual({ level: 'warn', detail: 'notAskable' });
  });
});
