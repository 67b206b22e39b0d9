import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Core, openCore } from '#core';
import { type FakeClock, fakeClock } from '../fake-clock.ts';
import { NIGHT, signIn } from '../world.ts';

/** Attacks on the console's address: everything a page, a program or a person on this computer could try. */

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
type Asked = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

const SECRET = 'what only this file holds';
const root = mkdtempSync(join(tmpdir(), 'nightdesk-access-'));
const folder = join(root, 'data');
const page = join(root, 'page');
let core: Core;
let clock: FakeClock;
let port: number;

beforeAll(async () => {
  mkdirSync(page);
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>the console</title>');
  writeFileSync(join(root, 'secret.txt'), SECRET);
  clock = fakeClock(NIGHT);
  core = await openCore({ folder, port: 0, rendererFolder: page, version: '0.1.0', clock });
  await core.api.showDemo();
  await signIn(core);
  port = Number(new URL(core.url).port);
});
afterAll(async () => {
  await core.close();
  rmSync(root, { recursive: true, force: true });
});

/** A request with the path exactly as given: `fetch` would tidy it up. */
function send(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const bearer = (): Record<string, string> => ({ authorization: `Bearer ${core.token}` });
const PATHS = ['/trpc/app.status', '/trpc/portfolio.get', '/events', '/shell/state', '/documents/handoff/x.pdf', '/x'];

describe('who may not come in', () => {
  it.each(PATHS)('nobody without a token at %s', async (path) => {
    const answer = await send(path);
    expect(answer.status).toBe(401);
    expect(answer.body).not.toContain('Harbor');
  });

  it.each([
    ['a wrong token', () => ({ authorization: `Bearer ${'x'.repeat(core.token.length)}` })],
    ['a shortened token', () => ({ authorization: `Bearer ${core.token.slice(0, -1)}` })],
    ['an empty token', () => ({ authorization: 'Bearer ' })],
    ['the token as another scheme', () => ({ authorization: `Basic ${core.token}` })],
    ['the token as a cookie', () => ({ cookie: `nightdesk_${port}=${core.token}` })],
    ['an empty cookie', () => ({ cookie: `nightdesk_${port}=` })],
    ['a cookie of another port', () => ({ cookie: `nightdesk_${port + 1}=anything` })],
  ])('%s', async (_, headers) => {
    expect((await send('/trpc/app.status', { headers: headers() })).status).toBe(401);
    expect((await send('/ticket', { method: 'POST', headers: headers() })).status).toBe(401);
  });

  it('the token in the address opens nothing', async () => {
    for (const path of [`/trpc/app.status?token=${core.token}`, `/?ticket=${core.token}`, `/?token=${core.token}`])
      expect((await send(path)).status).toBe(401);
  });

  it.each(['evil.example', 'evil.example:80', 'localhost', '127.0.0.1', '127.0.0.1.evil.example:1'])(
    'the Host %j, even with the token: a name that was rebound to this computer',
    async (host) => {
      expect((await send('/trpc/app.status', { headers: { ...bearer(), host } })).status).not.toBe(200);
      const ticket = core.token; // any: the host is looked at first
      expect((await send(`/?ticket=${ticket}`, { headers: { host } })).status).not.toBe(302);
    },
  );

  it.each(['https://evil.example', 'null', 'http://localhost', 'http://127.0.0.1:1', 'file://'])(
    'the Origin %s, even with the token: another page in the same browser',
    async (origin) => {
      const headers = { ...bearer(), origin };
      expect((await send('/trpc/app.status', { headers })).status).toBe(403);
      expect((await send('/ticket', { method: 'POST', headers })).status).toBe(403);
    },
  );

  it('lets the window itself and tools in', async () => {
    expect((await send('/trpc/app.status', { headers: bearer() })).status).toBe(200);
    const own = { ...bearer(), origin: `http://127.0.0.1:${port}` };
    expect((await send('/trpc/app.status', { headers: own })).status).toBe(200);
  });
});

describe('a ticket', () => {
  const issue = async (): Promise<string> =>
    JSON.parse((await send('/ticket', { method: 'POST', headers: bearer() })).body).ticket;

  it('is good for one window, once, and does not stay in the address', async () => {
    const ticket = await issue();
    const first = await send(`/?ticket=${ticket}`);
    expect(first.status).toBe(302);
    expect(first.headers.location).toBe('/');
    const [cookie = ''] = first.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^nightdesk_\d+=[\w-]+; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(core.token);
    expect((await send(`/?ticket=${ticket}`)).status).toBe(401);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await send('/', { headers })).body).toContain('the console');
    expect((await send('/trpc/app.status', { headers: { ...headers, origin: 'https://evil.example' } })).status).toBe(
      403,
    );
  });

  it('is good for thirty seconds', async () => {
    const [early, late] = [await issue(), await issue()];
    clock.sleep(29_000);
    expect((await send(`/?ticket=${early}`)).status).toBe(302);
    clock.sleep(2_000);
    expect((await send(`/?ticket=${late}`)).status).toBe(401);
  });

  it('guessed or empty opens nothing', async () => {
    await issue();
    for (const ticket of ['', 'x', 'undefined', '%00', 'a'.repeat(5_000)])
      expect((await send(`/?ticket=${ticket}`)).status).toBe(401);
  });
});

describe('paths that lead out', () => {
  const WAYS = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '//secret.txt',
    '/..%00/secret.txt',
    '/%',
    '/documents/handoff/..%2f..%2f..%2fsecret.txt',
    '/documents/handoff/../../secret.txt',
    '/documents/evidence/..%2fnightdesk.sqlite',
    '/documents/evidence/%00',
  ];
  it.each(WAYS)('%s', async (path) => {
    const answer = await send(path, { headers: bearer() });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toContain(SECRET);
    expect(answer.body).not.toMatch(/SQLite format|at Object|node_modules|\/tmp\//);
  });
});

describe('bodies', () => {
  const json = () => ({ ...bearer(), 'content-type': 'application/json' });

  it('too large: refused, and the core goes on', async () => {
    const body = Buffer.alloc(31 * 1024 * 1024, 'x');
    const status = await send('/trpc/session.signIn', { method: 'POST', headers: json(), body }).then(
      (answer) => answer.status,
      () => 413, // the line is cut while we still write: refused as well
    );
    expect(status).toBe(413);
    expect((await send('/shell/state', { headers: bearer() })).status).toBe(200);
  });

  it.each(['{', '{"staffId":', 'null', '[]', '"x"', '{"__proto__":{"ok":true}}', '{"staffId":1,"pin":2}', ''])(
    'that are no sign-in: %j',
    async (body) => {
      const answer = await send('/trpc/session.signIn', { method: 'POST', headers: json(), body });
      expect(answer.status).toBe(400);
      expect(answer.body).not.toMatch(/\bat .*\.ts|node_modules/);
    },
  );

  it('of a form, which another page could post without asking', async () => {
    const headers = { ...bearer(), 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await send('/trpc/session.signOut', { method: 'POST', headers, body: 'x=1' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(core.api.session().deskSession).not.toBeNull();
  });

  it('to the shell’s doors', async () => {
    for (const path of ['/shell/power', '/shell/call'])
      expect((await send(path, { method: 'POST', headers: json(), body: '{"event":"explode","from":5}' })).status).toBe(
        400,
      );
  });
});

describe('what every answer carries', () => {
  it.each(['/', '/x', '/trpc/app.status', '/trpc/nothing', '/events', '/documents/handoff/x.pdf'])(
    'at %s: a strict content policy and no guessing',
    async (path) => {
      for (const headers of [bearer(), {}]) {
        const answer =
          path === '/events' && 'authorization' in headers ? await head(path) : await send(path, { headers });
        expect(answer.headers['content-security-policy']).toMatch(/default-src 'self'.*base-uri 'none'/);
        expect(answer.headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src|\*/);
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
        expect(answer.headers['cache-control']).toBe('no-store');
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
    },
  );

  it('the token never stands in an answer, in the log file or in the database', async () => {
    const answers = await Promise.all(
      PATHS.filter((path) => path !== '/events').map((path) => send(path, { headers: bearer() })),
    );
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(core.token);
    for (const name of readdirSync(folder).filter((each) => each !== 'console.json'))
      expect(readFileSync(join(folder, name)).includes(core.token), name).toBe(false);
  });

  it('a browser on another page gets no leave to ask', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await send('/trpc/session.signOut', { method: 'OPTIONS', headers });
    expect(answer.status).toBe(403);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

/** Only the head: the stream itself never ends. */
function head(path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, headers: bearer() }, (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' });
      request.destroy();
    });
    request.on('error', reject);
    request.end();
  });
}
