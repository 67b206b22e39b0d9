import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createVoice, type VoiceDriver } from '#core/notify/voice';
import { patience } from '../patience.ts';

/** Ringing through Twilio's API, against a stand-in built from its documentation. */

const SID = 'CAffffffffffffffffffffffffffffffff';
const ACCOUNT = { accountSid: 'AC0123456789', authToken: 'token-of-the-test', from: '+12025550100' };
const REQUEST = {
  key: 'i-1',
  to: '+12025550147',
  language: 'en',
  say: 'Priority 1 <now> & "here"',
  words: '',
  wordsLanguage: 'en',
  recording: null,
  ringMs: 30_000,
  waitKeyMs: 60_000,
} as const;

type Answer = readonly [status: number, body: unknown];
type Asked = { readonly method: string; readonly path: string; readonly form: URLSearchParams; readonly auth: string };

let server: Server;
let driver: VoiceDriver;
let asked: Asked[];
/** What it answers to the creation of a call, and then, in order, to each question; the last again and again. */
let created: Answer;
let statuses: Answer[];
/** What the answer to the creation of a call waits for. */
let hold: Promise<void>;

beforeEach(async () => {
  asked = [];
  created = [201, { sid: SID, status: 'queued' }];
  statuses = [];
  hold = Promise.resolve();
  server = createServer((request, response) => {
    void formOf(request).then(async (form) => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, path: url, form, auth: headers.authorization ?? '' });
      const isCreation = method === 'POST' && url.endsWith('/Calls.json');
      if (isCreation) await hold;
      const [status, body] = isCreation
        ? created
        : ((statuses.length > 1 ? statuses.shift() : statuses[0]) ?? [404, {}]);
      const isPacked = Buffer.isBuffer(body);
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(isPacked && { 'content-encoding': 'gzip' }),
      });
      response.end(isPacked || typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  driver = open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function open(baseUrl: string): VoiceDriver {
  // Time passes as fast as it is asked for.
  let now = 0;
  const timer = (delayMs: number, run: () => void) => {
    now += delayMs;
    const soon = setImmediate(run);
    return () => clearImmediate(soon);
  };
  const made = createVoice('twilioVoice', { ...ACCOUNT, baseUrl }, { timer, now: () => now, log: () => undefined });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.driver;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** What it was told a call should be. */
const said = () => asked.flatMap(({ form }) => form.get('Status') ?? []);

const status = (word: string): Answer => [200, { sid: SID, status: word }];

test('the call is made with its words inline, and asked about until it is over', async () => {
  statuses = [status('queued'), status('ringing'), status('in-progress'), status('completed')];
  expect(await driver.call(REQUEST, patience())).toEqual({ kind: 'noKey' });
  const [made, ...questions] = asked;
  expect(made?.path).toBe('/2010-04-01/Accounts/AC0123456789/Calls.json');
  expect(made?.auth).toBe(`Basic ${Buffer.from('AC0123456789:token-of-the-test').toString('base64')}`);
  expect(Object.fromEntries(made?.form ?? [])).toMatchObject({
    To: '+12025550147',
    From: '+12025550100',
    Timeout: '30',
  });
  expect(made?.form.get('Twiml')).toContain(
    '<Say language="en-US">Priority 1 &lt;now&gt; &amp; &quot;here&quot;</Say>',
  );
  expect(questions.map((each) => each.path)).toEqual(
    Array(4).fill(`/2010-04-01/Accounts/AC0123456789/Calls/${SID}.json`),
  );
});

test('that somebody picked up is never an acknowledgement: it hears no keys', async () => {
  expect(driver.capabilities.hasKeys).toBe(false);
  statuses = [status('completed')];
  expect(await driver.call(REQUEST, patience())).not.toHaveProperty('key');
});

describe('how a call ends', () => {
  test.each([
    ['busy', { kind: 'busy' }],
    ['no-answer', { kind: 'noAnswer' }],
    ['canceled', { kind: 'noAnswer' }],
    ['failed', { kind: 'failed', reason: 'callRefused' }],
  ])('%s', async (word, end) => {
    statuses = [status('ringing'), status(word)];
    expect(await driver.call(REQUEST, patience())).toEqual(end);
  });

  test('one that never ends is ended', async () => {
    statuses = [status('in-progress')];
    expect(await driver.call(REQUEST, patience())).toEqual({ kind: 'noKey' });
    expect(said()).toEqual(['completed']);
  });

  test('called back, it is called off', async () => {
    statuses = [status('ringing')];
    const hangUp = new AbortController();
    const calling = driver.call(REQUEST, hangUp.signal);
    while (asked.length < 2) await new Promise((resolve) => setImmediate(resolve));
    hangUp.abort();
    expect(await calling).toEqual({ kind: 'noAnswer' });
    // The first does nothing to a call that was picked up in the same moment.
    expect(said()).toEqual(['canceled', 'completed']);
  });

  test('called back before it is known how it is called, it is called off as soon as that is', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    hold = promise;
    const hangUp = new AbortController();
    const calling = driver.call(REQUEST, hangUp.signal);
    while (asked.length < 1) await new Promise((next) => setImmediate(next));
    hangUp.abort();
    resolve();
    expect(await calling).toEqual({ kind: 'noAnswer' });
    expect(said()).toEqual(['canceled', 'completed']);
  });

  test('called back before it was made, it is not made', async () => {
    expect(await driver.call(REQUEST, AbortSignal.abort())).toEqual({ kind: 'noAnswer' });
    expect(asked).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test.each<[string, Answer, object]>([
    ['the account', [401, { code: 20_003 }], { kind: 'failed', reason: 'accountRefused' }],
    ['forbidden', [403, {}], { kind: 'failed', reason: 'accountRefused' }],
    ['the number', [400, { code: 21_211 }], { kind: 'failed', reason: 'numberRefused:21211' }],
    ['anything else it names', [400, { code: 13_224 }], { kind: 'failed', reason: 'callRefused:13224' }],
    ['anything else', [400, 'oops'], { kind: 'failed', reason: 'callRefused:400' }],
    ['too many requests', [429, {}], { kind: 'failed', reason: 'slowDown' }],
    ['broken while answering', [500, {}], { kind: 'unknown', reason: 'failedAnswering:500' }],
    ['an answer that is none', [201, '{"sid":'], { kind: 'unknown', reason: 'answerStrange' }],
    // What is small here and huge once it is unpacked is not unpacked.
    [
      'an answer that is packed, which nobody asked for',
      [201, gzipSync(JSON.stringify({ sid: SID, status: 'queued' }))],
      { kind: 'unknown', reason: 'answerStrange' },
    ],
    ['an answer without end', [201, '{'.repeat(300_000)], { kind: 'unknown', reason: 'answerLost' }],
    ['an answer without a name', [201, {}], { kind: 'unknown', reason: 'answerStrange' }],
  ])('%s', async (_, answer, end) => {
    created = answer;
    expect(await driver.call(REQUEST, patience())).toEqual(end);
  });

  test('made, and then nobody can be asked any more: it may have rung', async () => {
    statuses = [[500, {}]];
    expect(await driver.call(REQUEST, patience())).toEqual({ kind: 'unknown', reason: 'answerLost' });
  });

  test('nobody there: it certainly did not ring', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const away = open(`http://127.0.0.1:${port}`);
    expect(await away.call(REQUEST, patience())).toEqual({ kind: 'failed', reason: 'unreachable' });
    expect(await away.health(patience())).toEqual({ level: 'down', detail: 'unreachable' });
    server = createServer().listen(0);
  });
});

test.each<[Answer, object]>([
  [[200, {}], { level: 'ok', detail: 'readyToCall' }],
  [[401, {}], { level: 'down', detail: 'accountRefused' }],
  [[503, {}], { level: 'down', detail: 'failedAnswering:503' }],
])('its health: %j', async (answer, health) => {
  statuses = [answer];
  expect(await driver.health(patience())).toEqual(health);
});
