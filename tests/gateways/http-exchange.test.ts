import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createSecure } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { exchange, failedHealth, failedSend, readStatus } from '../../electron/core/notify/gateways/http-exchange.ts';
import { reasonWords } from '../../shared/messages/index.ts';
import { freePort } from '../integration/free-ports.ts';
import { patience } from '../patience.ts';

/** One request to a gateway, and what is known when it fails. */

const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).toReversed()) await stop();
});

/** Answers any bytes with these, then hangs up; null: resets the connection. */
async function rawServer(bytes: string | null): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => (bytes === null ? socket.resetAndDestroy() : socket.end(bytes)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toStop.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // it listens on a port
}

const post = (address: string, signal = patience()) =>
  exchange({ url: new URL(address), method: 'POST', headers: { 'x-a': '1' }, body: 'the text' }, signal);

describe('without an answer', () => {
  it.each<[string, string | null]>([
    ['reset after the request', null],
    ['closed without an answer', ''],
    ['cut off', 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"sid":'],
    ['cut off within a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n18\r\n{"sid":'],
    ['another protocol instead', 'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'],
    ['not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['without end', `HTTP/1.1 200 OK\r\n\r\n${'0'.repeat(600_000)}`],
    ['headers without end', `HTTP/1.1 200 OK\r\n${'X-A: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(2_000)}`],
  ])('%s, it may have been taken', async (_, bytes) => {
    const result = await post(await rawServer(bytes));
    expect(result.kind).toBe('lost');
    if (result.kind === 'answer') return;
    expect(failedSend(result).kind).toBe('unknown');
    expect(failedHealth(result).level).toBe('down');
  });

  it('refused or given up before, it was not', async () => {
    const results = [
      await post(`http://127.0.0.1:${await freePort()}/`),
      await post(await rawServer('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'), AbortSignal.abort()),
    ];
    expect(results.map((each) => each.kind)).toEqual(['neverWritten', 'neverWritten']);
  });
});

describe('a certificate nobody vouches for', () => {
  it('is told nothing, and that is said in a sentence', async () => {
    const pem = readFileSync(join(import.meta.dirname, '../fixtures/nobody-signed.pem'), 'utf8');
    let requests = 0;
    const server = createSecure({ key: pem, cert: pem }, (_, response) => {
      requests += 1;
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    toStop.push(() => server.close());
    const result = await post(`https://localhost:${(server.address() as AddressInfo).port}/`); // it listens on a port
    if (result.kind === 'answer') throw new Error('it was trusted');
    const said = failedSend(result);
    expect(said).toMatchObject({ kind: 'notSent', reason: expect.stringMatching(/^notTrusted:/) });
    expect(requests).toBe(0);
    const reason = 'reason' in said ? said.reason : '';
    expect(reasonWords(reason, 'en')).toContain('its certificate does not prove who it is');
    expect(reasonWords(reason, 'es')).toContain('su certificado no demuestra quién es');
  });
});

describe('an answer', () => {
  it('that sends on elsewhere is not followed', async () => {
    const result = await post(
      await rawServer('HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n'),
    );
    expect(result).toMatchObject({ kind: 'answer', status: 307 });
    if (result.kind === 'answer')
      expect(readStatus(result)).toEqual({ kind: 'rejected', reason: 'sentElsewhere:307', scope: 'account' });
  });

  it.each([
    ['7', 7_000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', null],
    ['-1', null],
    ['99999999', null],
  ])('says in Retry-After: %s', async (value, expected) => {
    const result = await post(await rawServer(`HTTP/1.1 503 No\r\nRetry-After: ${value}\r\nContent-Length: 0\r\n\r\n`));
    expect(result).toMatchObject({ status: 503, retryAfterMs: expected });
  });
});
