import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDriver, type KannelDriver } from '#core/notify/gateways';
import type { SendResult } from '../../electron/core/notify/driver.ts';
import { type CommittingSink, committingSink } from '../gateways/committing-sink.ts';
import { patience } from '../patience.ts';
import { QUIET } from '../quiet-gateway-deps.ts';
import { freePort } from './free-ports.ts';

/** The Kannel driver against answers a real Kannel cannot be made to give, and callbacks nobody but an attacker sends. */

const SECRET = 'callback-secret-of-the-test';
const PASSWORD = 'send-password-of-the-test';
const HELLO = { key: 'key-1', to: '+12025550142', text: 'the text of the message', expiresAt: null };

const CHUNKED = 'HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n';

const toStop: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).toReversed()) await stop();
});

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toStop.push(async () => {
    server.close();
    if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function')
      server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A server in the place of Kannel that answers each request as told. */
function standIn(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  return listening(createServer(answer));
}

/** A server that answers any bytes with these bytes, then hangs up. */
function rawStandIn(bytes: string | null): Promise<number> {
  return listening(
    createTcpServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => (bytes === null ? socket.resetAndDestroy() : socket.end(bytes)));
    }),
  );
}

type Opened = { readonly driver: KannelDriver; readonly log: readonly string[] };

function openDriver(port: number, more: object = {}): Opened {
  const log: string[] = [];
  const created = createDriver(
    'kannel',
    {
      sendUrl: `http://127.0.0.1:${port}/cgi-bin/sendsms`,
      username: 'desk',
      password: PASSWORD,
      callbackPort: 0,
      callbackSecret: SECRET,
      ...more,
    },
    { ...QUIET, log: (...line) => void log.push(JSON.stringify(line)) },
  );
  if (!created.ok || created.kind !== 'kannel') throw new Error(JSON.stringify(created));
  return { driver: created.driver, log };
}

const outcome = (result: SendResult) => (result.kind === 'rejected' ? `rejected ${result.scope}` : result.kind);

describe('answers to a send request', () => {
  it.each<[number, string, string]>([
    [202, '0: Accepted for delivery', 'accepted'],
    [202, '3: Queued for later delivery', 'accepted'],
    [202, '0: Acc', 'unknown'],
    [202, '', 'unknown'],
    [200, '<html>Welcome to your router</html>', 'unknown'],
    [200, '0: Accepted for delivery, or is it', 'unknown'],
    [302, '', 'rejected account'],
    [400, 'Empty receiver number not allowed, rejected', 'rejected recipient'],
    [400, 'Missing receiver number, rejected', 'rejected recipient'],
    [400, 'Number(s) has/have been denied by white- and/or black-lists.', 'rejected recipient'],
    [400, 'Charset or body misformed, rejected', 'rejected content'],
    [400, 'Sender missing and no global set, rejected', 'rejected account'],
    [401, '', 'rejected account'],
    [403, 'Authorization failed for sendsms', 'rejected account'],
    [403, 'Not routable. Do not try again.', 'rejected recipient'],
    [404, 'Unknown request.', 'rejected account'],
    [408, '', 'unknown'],
    [414, '', 'rejected content'],
    [429, '', 'notSent'],
    [500, 'Sending failed.', 'unknown'],
    [502, 'Bad gateway', 'unknown'],
    [503, 'Temporal failure, try again later.', 'notSent'],
    [503, 'Service unavailable', 'unknown'],
    [504, '', 'unknown'],
  ])('%i "%s" means %s', async (status, body, expected) => {
    const port = await standIn((request, response) => {
      // The worst server echoes the request, password and all.
      response.writeHead(status, { 'x-echo': encodeURIComponent(request.url ?? '') }).end(body);
    });
    const { driver } = openDriver(port);
    expect(outcome(await driver.send(HELLO, patience()))).toBe(expected);
  });

  it('hands on how long to wait', async () => {
    const port = await standIn((_, response) => void response.writeHead(503, { 'retry-after': '7' }).end());
    const result = await openDriver(port).driver.send(HELLO, patience());
    expect(result).toMatchObject({ kind: 'notSent', retryAfterMs: 7_000 });
  });

  it('says nothing of password, secret or text when the server echoes the request', async () => {
    for (const status of [200, 202, 400, 403, 404, 500, 503]) {
      const port = await standIn((request, response) => void response.writeHead(status).end(request.url));
      const { driver, log } = openDriver(port);
      await driver.start(committingSink());
      toStop.push(() => driver.stop());
      const said = [await driver.send(HELLO, patience()), await driver.health(patience()), log];
      expect(JSON.stringify(said)).not.toMatch(/-of-the-test|text of the message|2025550142/);
    }
  });

  it.each<[string, string | null, string]>([
    ['a connection reset after the request', null, 'unknown'],
    ['a connection closed without an answer', '', 'unknown'],
    ['an answer cut off', 'HTTP/1.1 202 Accepted\r\nContent-Length: 99\r\n\r\n0: Accepted for delivery', 'unknown'],
    ['a chunked answer cut off', `${CHUNKED}18\r\n0: Accepted for delivery`, 'unknown'],
    ['a chunked answer without its end', `${CHUNKED}18\r\n0: Accepted for delivery\r\n`, 'unknown'],
    ['something that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'unknown'],
    ['an endless answer', `HTTP/1.1 202 Accepted\r\n\r\n${'0'.repeat(600_000)}`, 'unknown'],
  ])('%s leaves it %s', async (_, bytes, expected) => {
    const { driver } = openDriver(await rawStandIn(bytes));
    expect((await driver.send(HELLO, patience())).kind).toBe(expected);
  });

  it('a time-out after the request was written leaves it unknown', async () => {
    const limit = new AbortController();
    let seen = '';
    const port = await standIn((request) => {
      seen = request.url ?? '';
      limit.abort();
    });
    const result = await openDriver(port).driver.send(HELLO, limit.signal);
    expect(result).toEqual({ kind: 'unknown', reason: 'answerLost:ABORT_ERR' });
    expect(seen).toContain('to=%2B12025550142');
  });

  it('a refused connection was certainly not sent', async () => {
    const result = await openDriver(await freePort()).driver.send(HELLO, patience());
    expect(result).toEqual({ kind: 'notSent', reason: 'unreachable:ECONNREFUSED', retryAfterMs: null });
  });

  it('a server that does not speak TLS was certainly not sent to', async () => {
    const port = await rawStandIn('HTTP/1.1 400 Bad Request\r\n\r\n');
    const { driver } = openDriver(port, { sendUrl: `https://127.0.0.1:${port}/cgi-bin/sendsms` });
    expect((await driver.send(HELLO, patience())).kind).toBe('notSent');
  });
});

describe('status page', () => {
  const page = (state: string, box: string, links: string[]) =>
    `Kannel bearerbox version \`1.4.5'.\n\nStatus: ${state}, uptime 0d 0h 1m 5s\n\n` +
    'SMS: received 2 (0 queued), sent 5 (4 queued), store size 4\n\n' +
    `Box connections:\n${box}\n\n\nSMSC connections:\n${links.map((link) => `    A[A]    SMPP:x (${link}, rcvd: sms 2)`).join('\n')}\n`;
  const box = '    smsbox:(none), IP 127.0.0.1 (0 queued), (on-line 0d 0h 0m 4s)  ';
  it.each<[string, string, string]>([
    ['all links up', page('running', box, ['online 5s', 'online 7s']), 'ok'],
    ['one of two down', page('running', box, ['online 5s', 're-connecting']), 'warn'],
    ['all down', page('running', box, ['re-connecting', 'dead']), 'down'],
    ['no link', page('running', box, []), 'down'],
    ['no smsbox', page('running', '    No box connections', ['online 5s']), 'down'],
    ['suspended', page('suspended', box, ['online 5s']), 'down'],
    ['wrong password', 'Denied', 'warn'],
    ['something else', '<html></html>', 'warn'],
  ])('with %s', async (_, body, level) => {
    const port = await standIn((request, response) => {
      const isStatus = request.url?.startsWith('/status.txt') === true;
      response.writeHead(isStatus ? 200 : 400).end(isStatus ? body : 'Empty receiver number not allowed, rejected');
    });
    const { driver } = openDriver(port, { statusUrl: `http://127.0.0.1:${port}/status.txt`, statusPassword: 'x' });
    expect(await driver.health(patience())).toMatchObject({ level });
  });
});

describe('callbacks', () => {
  async function openListener() {
    const sink: CommittingSink = committingSink();
    const { driver, log } = openDriver(await freePort());
    await driver.start(sink);
    toStop.push(() => driver.stop());
    const base = driver.address?.base ?? '';
    const call = async (path: string, init: RequestInit = {}) =>
      (await fetch(base.replace(SECRET, '') + path, init)).status;
    return { sink, log, call };
  }
  const reply = (more: Record<string, string> = {}) =>
    `${SECRET}/reply?${new URLSearchParams({ id: 'id-1', from: '+12025550142', to: '+12025550100', charset: 'UTF-8', text: '1 30', ...more })}`;
  const report = (status: string, answer = '') =>
    `${SECRET}/report?${new URLSearchParams({ key: Buffer.from('key-1').toString('base64url'), status, answer })}`;

  it.each<[string, string, RequestInit, number]>([
    ['a wrong secret', reply().replace(SECRET, `${SECRET}x`), {}, 403],
    ['no secret', reply().replace(SECRET, ''), {}, 403],
    ['another path', '../status', {}, 404],
    ['another door', `${SECRET}/admin`, {}, 404],
    ['a longer path', `${SECRET}/reply/x?id=1&text=1`, {}, 404],
    ['another method', reply(), { method: 'DELETE' }, 405],
    ['an address without end', reply({ text: 'x'.repeat(40_000) }), {}, 414],
    ['a reply without id', reply({ id: '' }), {}, 400],
    ['a reply without text', `${SECRET}/reply?id=1&from=%2B12025550142`, {}, 400],
    ['a report without key', `${SECRET}/report?key=&status=1`, {}, 400],
    ['a report without status', report('delivered'), {}, 400],
  ])('%s is refused', async (_, path, init, status) => {
    const { sink, call, log } = await openListener();
    expect(await call(path, init)).toBe(status);
    expect(sink.handedIn).toEqual([]);
    expect(sink.reports).toEqual([]);
    expect(log.join()).not.toContain(SECRET);
  });

  it('a replayed reply is committed once, a replayed report says the same again', async () => {
    const { sink, call } = await openListener();
    for (let round = 0; round < 3; round += 1) {
      expect(await call(reply())).toBe(200);
      expect(await call(report('1'))).toBe(200);
    }
    expect(sink.replies).toEqual([{ id: 'id-1', from: '+12025550142', to: '+12025550100', text: '1 30' }]);
    expect(new Set(sink.reports.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it('answers 2xx only for what was committed', async () => {
    const { sink, call } = await openListener();
    sink.refuseNext(2);
    expect([await call(reply()), await call(report('1'))]).toEqual([503, 503]);
    expect([await call(reply()), await call(report('1'))]).toEqual([200, 200]);
  });

  it('does not answer before the commit is done', async () => {
    const { driver } = openDriver(await freePort());
    const [begun, committed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const inbound = () => {
      begun.resolve();
      return committed.promise;
    };
    await driver.start({ delivery: async () => undefined, inbound });
    toStop.push(() => driver.stop());
    const base = driver.address?.base.replace(SECRET, '') ?? '';
    const answers: string[] = [];
    const call = async (name: string, path: string): Promise<void> => {
      answers.push(`${name} ${(await fetch(base + path)).status}`);
    };
    const replied = call('reply', reply());
    await begun.promise;
    // Two that came later and waited for nothing are answered first.
    for (const status of ['8', '1']) await call('report', report(status));
    expect(answers).toEqual(['report 200', 'report 200']);
    committed.resolve();
    await replied;
    expect(answers.at(-1)).toBe('reply 200');
  });

  it.each([
    ['+12025550142', '+12025550142'],
    ['12025550142', '+12025550142'],
    ['2025550142', '+12025550142'],
    ['0012025550142', '+12025550142'],
    ['(202) 555-0142', '+12025550142'],
    ['447700900123', '+447700900123'],
    ['00447700900123', '+447700900123'],
    ['525512345678', '+525512345678'],
    ['56789', '56789'],
    ['VERIZON', 'VERIZON'],
    [' My  Bank', 'My  Bank'],
    ['', ''],
    ['x'.repeat(500), 'x'.repeat(100)],
  ])('a sender "%s" is %s', async (from, expected) => {
    const { sink, call } = await openListener();
    expect(await call(reply({ from }))).toBe(200);
    expect(sink.replies.map((each) => each.from)).toEqual([expected]);
  });

  it.each<[string, string, string | null, string | null]>([
    ['8', 'ACK/', 'sent', null],
    ['1', 'id:7 sub:001 stat:DELIVRD err:000 text:secret', 'delivered', null],
    ['2', 'id:7 stat:UNDELIV err:001 text:the text', 'failed', 'notDelivered:UNDELIV'],
    ['16', 'NACK/Retries Exceeded', 'failed', 'networkRefused:Retries Exceeded'],
    ['34', 'id:7 stat:EXPIRED', 'failed', 'expiredOnTheWay:EXPIRED'],
    ['4', '', null, null],
  ])('report status %s "%s" is %s', async (status, answer, state, reason) => {
    const { sink, call } = await openListener();
    expect(await call(report(status, answer))).toBe(200);
    expect(sink.reports).toEqual(state === null ? [] : [{ key: 'key-1', state, reason }]);
  });
});
