import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressTrouble, linkOf, whereOf } from '../../electron/core/oncall/feeds/addresses.ts';
import type { Fetched, Tags } from '../../electron/core/oncall/feeds/asked.ts';
import { fetchLink } from '../../electron/core/oncall/feeds/fetch-link.ts';
import { patience } from '../patience.ts';
import { type CalendarServer, calendarServer, calendarText, sends } from './calendar-server.ts';

/** What servers do to whoever fetches a calendar from them. */

const TEXT = calendarText([{ uid: 'a', start: '20261120T180000', end: '20261121T070000', title: 'Chen' }]);
const LIMIT = 20 * 1024 * 1024;

let server: CalendarServer;
beforeEach(async () => {
  server = await calendarServer(sends(TEXT));
});
afterEach(() => server.close());

const get = (address: string, tags: Tags = {}, credentials = { username: '', password: '' }): Promise<Fetched> =>
  fetchLink(
    { kind: 'ics', address, ...credentials },
    { tags, window: { from: 0, to: 1 }, signal: patience(), pause: async () => undefined },
  );
const textOf = (fetched: Fetched): string =>
  fetched.kind === 'content' ? Buffer.from(fetched.bytes).toString() : JSON.stringify(fetched);
const codeOf = (fetched: Fetched): string => (fetched.kind === 'failed' ? fetched.trouble.code : fetched.kind);

describe('whether anything changed', () => {
  it('304 says no', async () => {
    server.answers((request, response) =>
      request.headers['if-none-match'] === 'W/"x"'
        ? void response.writeHead(304).end()
        : sends(TEXT, { etag: 'W/"x"' })(request, response),
    );
    const first = await get(server.at('/'));
    expect(textOf(first)).toBe(TEXT);
    const tags = first.kind === 'content' ? first.tags : {};
    expect(await get(server.at('/'), tags)).toEqual({ kind: 'unchanged', tags });
    // A 304 to somebody who has nothing yet is no answer.
    server.answers((_request, response) => void response.writeHead(304).end());
    expect(codeOf(await get(server.at('/')))).toBe('status304');
  });

  it('where conditions are ignored, the content does', async () => {
    const first = await get(server.at('/'));
    const tags = first.kind === 'content' ? first.tags : {};
    expect(await get(server.at('/'), tags)).toMatchObject({ kind: 'unchanged' });
    server.answers(sends(TEXT.replace('Chen', 'Silva')));
    expect(textOf(await get(server.at('/'), tags))).toContain('Silva');
  });

  it('packed answers are unpacked', async () => {
    server.answers((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(TEXT));
    });
    expect(textOf(await get(server.at('/')))).toBe(TEXT);
  });

  it('an answer in drops is put together', async () => {
    server.answers((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/calendar' });
      const parts = TEXT.match(/[\s\S]{1,20}/g) ?? [];
      const next = (): void => {
        const part = parts.shift();
        if (part === undefined) return void response.end();
        response.write(part, () => setImmediate(next));
      };
      next();
    });
    expect(textOf(await get(server.at('/')))).toBe(TEXT);
  });
});

describe('where an address leads', () => {
  it('a few redirects are followed, with the path they name', async () => {
    server.answers((request, response) => {
      const hop = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
      if (hop < 5) return void response.writeHead(302, { location: `./${hop + 1}` }).end();
      sends(TEXT)(request, response);
    });
    expect(textOf(await get(server.at('/0')))).toBe(TEXT);
  });

  it('a circle is left', async () => {
    server.answers((_request, response) => void response.writeHead(301, { location: '/again' }).end());
    expect(codeOf(await get(server.at('/')))).toBe('tooManyRedirects');
    expect(server.requests).toHaveLength(6);
  });

  it('to another kind of address, or to none: refused', async () => {
    for (const location of ['file:///etc/passwd', 'ftp://127.0.0.1/', 'data:text/calendar,x', '']) {
      server.answers((_request, response) => void response.writeHead(302, location === '' ? {} : { location }).end());
      expect(codeOf(await get(server.at('/')))).toBe('badAddress');
    }
  });

  it('a password goes to the server it is for, and to no other', async () => {
    const other = await calendarServer(sends(TEXT));
    server.answers((_request, response) => void response.writeHead(307, { location: other.at('/') }).end());
    expect(textOf(await get(server.at('/'), {}, { username: 'desk', password: 'secret' }))).toBe(TEXT);
    expect(server.requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('desk:secret').toString('base64')}`);
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
    await other.close();
  });

  it('name and password may stand in the address, with any sign', async () => {
    expect(textOf(await get(`http://de%40sk:1%25%3A%zz@127.0.0.1:${server.port}/`))).toBe(TEXT);
    expect(server.requests[0]?.headers.authorization).toMatch(/^Basic /);
  });
});

describe('TLS', () => {
  const pem = readFileSync(join(import.meta.dirname, '../fixtures/nobody-signed.pem'), 'utf8');
  const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  afterAll(() => {
    if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
  });

  it('a certificate nobody vouches for is refused, and nothing leads from https to http', async () => {
    const secure = createSecure({ key: pem, cert: pem }, (_request, response) => {
      response.writeHead(302, { location: server.at('/') }).end();
    });
    secure.listen(0, '127.0.0.1');
    await once(secure, 'listening');
    const address = `https://localhost:${(secure.address() as AddressInfo).port}/`; // it listens on a port
    expect(codeOf(await get(address))).toBe('badCertificate');
    // As if somebody did.
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    expect(codeOf(await get(address))).toBe('downgraded');
    expect(server.requests).toHaveLength(0);
    secure.closeAllConnections();
    await once(secure.close(), 'close');
  });
});

describe('what is no calendar', () => {
  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'gone'],
    [410, 'gone'],
    [429, 'status429'],
    [500, 'status500'],
    [206, 'status206'],
  ])('status %i is %s', async (status, code) => {
    server.answers((_request, response) => void response.writeHead(status).end(TEXT));
    expect(codeOf(await get(server.at('/')))).toBe(code);
  });

  it('a page to sign in, whatever it says it is', async () => {
    server.answers(sends('\n<!DOCTYPE html><html>Sign in</html>', { 'content-type': 'text/calendar' }));
    expect(codeOf(await get(server.at('/')))).toBe('webPage');
    server.answers(sends('Please sign in', { 'content-type': 'text/html; charset=utf-8' }));
    expect(codeOf(await get(server.at('/')))).toBe('webPage');
    // A calendar is one, also where its server is wrong about it.
    server.answers(sends(TEXT, { 'content-type': 'text/html' }));
    expect(textOf(await get(server.at('/')))).toBe(TEXT);
  });

  it('nothing at all', async () => {
    server.answers(sends(''));
    expect(codeOf(await get(server.at('/')))).toBe('empty');
  });

  it('an answer that breaks off', async () => {
    server.answers((_request, response) => {
      response.writeHead(200, { 'content-length': String(TEXT.length + 100) });
      response.write(TEXT, () => response.destroy());
    });
    expect(codeOf(await get(server.at('/')))).toBe('brokenOff');
    server.answers((_request, response) => {
      response.writeHead(200);
      response.write(TEXT, () => response.destroy());
    });
    expect(codeOf(await get(server.at('/')))).toBe('brokenOff');
  });

  it('more than 20 MB, whether it says so, or not, or comes packed', async () => {
    server.answers((_request, response) => {
      response.writeHead(200, { 'content-length': String(30 * 1024 * 1024) });
      response.write('BEGIN:VCALENDAR');
    });
    expect(codeOf(await get(server.at('/')))).toBe('tooLarge');
    let sent = 0;
    server.answers((_request, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(256 * 1024, 'x');
      const next = (): void => {
        sent += chunk.length;
        if (sent <= 2 * LIMIT && response.writable) response.write(chunk, next);
      };
      next();
    });
    expect(codeOf(await get(server.at('/')))).toBe('tooLarge');
    const packed = gzipSync(Buffer.alloc(2 * LIMIT, 'x'));
    expect(packed.length).toBeLessThan(100_000);
    server.answers((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(packed);
    });
    expect(codeOf(await get(server.at('/')))).toBe('tooLarge');
  });

  it('nobody there', async () => {
    const address = server.at('/');
    await server.close();
    expect(codeOf(await get(address))).toBe('noServer');
    server = await calendarServer(sends(TEXT));
  });
});

describe('addresses', () => {
  it('webcal is what calendar programs call https', () => {
    expect(linkOf('webcal://cal.example.com/a.ics')?.href).toBe('https://cal.example.com/a.ics');
    expect(linkOf(' WEBCALS://cal.example.com/a.ics ')?.protocol).toBe('https:');
    expect(linkOf('cal.example.com/a.ics')).toBeNull();
    expect(linkOf('javascript:alert(1)')).toBeNull();
  });

  it('a link to a sheet is https, except on this computer', () => {
    expect(addressTrouble('csvLink', 'http://sheets.example.com/a.csv')?.code).toBe('notEncrypted');
    expect(addressTrouble('csvLink', 'https://sheets.example.com/a.csv')).toBeNull();
    expect(addressTrouble('csvLink', 'http://127.0.0.1:8080/a.csv')).toBeNull();
    expect(addressTrouble('ics', 'http://nas.local/a.ics')).toBeNull();
  });

  it('a file has its whole path, and is not what Excel leaves beside an open one', () => {
    expect(addressTrouble('sheetFile', 'rota.xlsx')?.code).toBe('badPath');
    expect(addressTrouble('sheetFile', '/srv/~$rota.xlsx')?.code).toBe('lockFile');
    expect(addressTrouble('sheetFile', '/srv/rota.xlsx')).toBeNull();
  });

  it('what is shown of one is a host or a name', () => {
    expect(whereOf('ics', 'https://u:p@cal.example.com:8443/ical/private-1/basic.ics?k=2')).toBe(
      'cal.example.com:8443',
    );
    expect(whereOf('sheetFile', '/srv/house/rota.xlsx')).toBe('rota.xlsx');
    expect(whereOf('sheetFile', '\\\\nas\\house\\rota.xlsx')).toBe('rota.xlsx');
  });
});
