import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createDriver, type GatewayKind } from '#core/notify/gateways';
import type { SmsDriver } from '../../electron/core/notify/driver.ts';
import { patience } from '../patience.ts';
import { fastTime } from './stand-ins/loopback-server.ts';

/** Every driver that asks over HTTP, against servers that answer as no gateway does. */

const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).toReversed()) await stop();
});

type Hostile = (socket: Socket, requests: number) => void;

async function hostileServer(answer: Hostile): Promise<{ readonly url: string; requests(): number }> {
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', () => {
      requests += 1;
      answer(socket, requests);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toStop.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { url: `http://127.0.0.1:${port}`, requests: () => requests };
}

const SETTINGS: Readonly<Record<string, (url: string) => object>> = {
  android: (address) => ({ address, username: 'u', password: 'p' }),
  twilio: (address) => ({ address, accountSid: 'AC1', authToken: 't', from: '+12025550100' }),
  kannel: (url) => ({
    sendUrl: `${url}/cgi-bin/sendsms`,
    statusUrl: `${url}/status.txt`,
    username: 'u',
    password: 'p',
    callbackPort: 0,
    callbackSecret: 'secret-of-the-test',
  }),
  http: (address) => ({ address, healthUrl: address, body: 'to={to}&text={text}' }),
  ntfy: (address) => ({ address, topic: 'desk' }),
  gotify: (address) => ({ address, token: 't' }),
};
const KINDS = Object.keys(SETTINGS) as readonly GatewayKind[]; // kinds there are

function open(kind: GatewayKind, url: string): SmsDriver {
  const created = createDriver(kind, SETTINGS[kind]?.(url), { ...fastTime(), log: () => undefined, folder: null });
  if (!created.ok) throw new Error(JSON.stringify(created.issues));
  return created.driver;
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
/** Letter by letter, for as long as anybody reads. */
const drip = (socket: Socket, text: string): void => {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed) return clearInterval(timer);
    socket.write(text[at % text.length] ?? '');
    at += 1;
  }, 10);
  toStop.push(() => clearInterval(timer));
};
const flood = (socket: Socket, head: string, piece: string): void => {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', more);
  socket.write(head);
  more();
};
const SID = JSON.stringify({ id: 'k', sid: 'SM1', event: 'message' });
const BOMB = gzipSync(Buffer.alloc(20 * 1024 * 1024, '0'));

const ATTACKS: Readonly<Record<string, Hostile>> = {
  'a body without end': (socket) => flood(socket, `${HEAD}\r\n`, '0'.repeat(65_536)),
  'chunks without end': (socket) =>
    flood(socket, `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, `10000\r\n${'0'.repeat(65_536)}\r\n`),
  'headers without end': (socket) => flood(socket, HEAD, `X-More: ${'a'.repeat(1_000)}\r\n`),
  'one header without end': (socket) => flood(socket, `${HEAD}X-More: `, 'a'.repeat(65_536)),
  'what unpacks to a thousand times as much': (socket) =>
    socket.end(
      Buffer.concat([Buffer.from(`${HEAD}Content-Encoding: gzip\r\nContent-Length: ${BOMB.length}\r\n\r\n`), BOMB]),
    ),
  'its answer cut off': (socket) => socket.end(`${HEAD}Content-Length: 400\r\n\r\n${SID}`),
  'half a letter': (socket) =>
    socket.end(Buffer.concat([Buffer.from(`${HEAD}Content-Length: 3\r\n\r\n"`), Buffer.from([0xf0, 0x9f])])),
  'a length below nothing': (socket) => socket.end(`${HEAD}Content-Length: -5\r\n\r\n${SID}`),
  'two lengths': (socket) => socket.end(`${HEAD}Content-Length: 5\r\nContent-Length: 50\r\n\r\n${SID}`),
  'JSON as deep as it is long': (socket) => socket.end(`${HEAD}\r\n${'['.repeat(200_000)}`),
};

/** These never end by themselves: the driver has to. */
const LASTING: Readonly<Record<string, Hostile>> = {
  'nothing at all': () => undefined,
  'a status letter by letter': (socket) => drip(socket, 'HTTP/1.1 200 OK and so on'),
  'headers letter by letter': (socket) => {
    socket.write(HEAD);
    drip(socket, 'X-More: a\r\n');
  },
  'a body letter by letter': (socket) => {
    socket.write(`${HEAD}Content-Length: 90000\r\n\r\n`);
    drip(socket, SID);
  },
  'one “wait” after the other': (socket) => drip(socket, 'HTTP/1.1 100 Continue\r\n\r\n'),
  'a whole answer and no end of it': (socket) => socket.write(`${HEAD}\r\n${SID}`),
};

const MESSAGE = { key: 'k', to: '+12025550142', text: 'hello', expiresAt: null };

describe.each(KINDS)('%s and a server that answers with', (kind) => {
  it.each(Object.entries(ATTACKS))('%s: nobody knows, and it is not well', async (_, attack) => {
    const driver = open(kind, (await hostileServer(attack)).url);
    const result = await driver.send(MESSAGE, patience());
    // A template without a word about the body takes a mere 200 for a yes, as its rules say.
    const isTaken = kind === 'http' && result.kind === 'accepted';
    expect(isTaken || result.kind === 'unknown').toBe(true);
    const health = await driver.health(patience());
    if (!isTaken) expect(health.level).not.toBe('ok');
  });

  it.each(Object.entries(LASTING))('%s: given up when it is told to', async (_, attack) => {
    const driver = open(kind, (await hostileServer(attack)).url);
    const limit = AbortSignal.timeout(200);
    expect((await driver.send(MESSAGE, limit)).kind).toBe('unknown');
    expect((await driver.health(AbortSignal.timeout(200))).level).toBe('down');
  });

  it('itself as the next address, for ever: asked once', async () => {
    const server = await hostileServer((socket) =>
      socket.end('HTTP/1.1 307 Again\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n'),
    );
    const driver = open(kind, server.url);
    expect(await driver.send(MESSAGE, patience())).toMatchObject({ kind: 'rejected', scope: 'account' });
    expect(server.requests()).toBe(1);
  });
});
