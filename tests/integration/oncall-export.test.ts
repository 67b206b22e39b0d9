import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, createServer } from 'node:net';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NIGHT, type Night, openNight } from '../world.ts';
import { freePort } from './free-ports.ts';

/** The schedule for other people's calendars: a file, and a feed that only the key opens (PRODUCT 6 and 14). */

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const api = () => night.core.api;

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
function send(
  url: string | URL,
  options: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
    readonly path?: string;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body, path } = options;
    const { hostname, port, pathname, search } = new URL(url);
    const agent = false;
    const request = httpRequest(
      { hostname, port, path: path ?? pathname + search, method, headers, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Turns the feed on; its address. */
async function openFeed(): Promise<string> {
  const answer = await api().saveExport({ isOn: true, host: '127.0.0.1', port: 0 });
  if (!answer.ok || answer.value.address === null) throw new Error(JSON.stringify(answer));
  return answer.value.address;
}

type Event = { readonly uid: string; readonly summary: string; readonly startsAt: number; readonly endsAt: number };
function eventsOf(text: string): readonly Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    return {
      uid: event.uid,
      summary: event.summary,
      startsAt: event.startDate.toJSDate().getTime(),
      endsAt: event.endDate.toJSDate().getTime(),
    };
  });
}
const file = async (query = ''): Promise<Answer> =>
  send(`${night.core.url}/documents/oncall.ics${query}`, { headers: { authorization: `Bearer ${night.core.token}` } });

describe('the file', () => {
  it('says what the final schedule says, in UTC, and no number', async () => {
    const { status, headers, body } = await file();
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = eventsOf(body);
    const [from, to] = [NIGHT, NIGHT + 7 * DAY_MS];
    const { duties, responders } = api().calendar({ from, to });
    const held = (at: number) =>
      duties
        .filter((each) => each.startsAt <= at && at < each.endsAt)
        .map((each) => responders.find(({ id }) => id === each.responderId)?.name);
    for (let at = from; at < to; at += 6 * HOUR_MS) {
      const now = events.filter((each) => each.startsAt <= at && at < each.endsAt);
      expect(now.map((each) => each.summary.split(': ')[1]).toSorted()).toEqual(held(at).toSorted());
    }
    expect(events.map((each) => each.summary)).toContain('Plumbing primary: Marcus Chen');
    expect(body).toMatch(/DESCRIPTION:Instead of Tom Okonjo/);
    expect(body).not.toMatch(/\+1\d{10}|\(?\d{3}\)?[ -]\d{3}-\d{4}|graduation/);
  });

  it('keeps the names of its events while nothing changes, and those of the others when one does', async () => {
    const before = eventsOf((await file()).body);
    await night.pass('10 min');
    expect(eventsOf((await file()).body)).toEqual(before);
    // Past midnight the file begins and ends a day later; its events are the same ones.
    await night.pass('20 min');
    expect(eventsOf((await file()).body).map((each) => each.uid)).toEqual(before.map((each) => each.uid));
    const omar =
      api()
        .portfolio()
        .responders.find((each) => each.name === 'Omar Haddad')?.id ?? '';
    const startsAt = NIGHT + 10 * DAY_MS;
    const key = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
    api().addCover({ ...key, responderId: omar, startsAt, endsAt: startsAt + HOUR_MS, reason: 'x' });
    const after = eventsOf((await file()).body);
    const uids = new Set(after.map((each) => each.uid));
    expect(uids.size).toBe(after.length);
    expect(before.filter((each) => !uids.has(each.uid))).toEqual([]);
    expect(after.length).toBe(before.length + 2);
  });

  it('what somebody else has now is another event, because calendars may keep the name of the one they know', async () => {
    const omar =
      api()
        .portfolio()
        .responders.find((each) => each.name === 'Omar Haddad')?.id ?? '';
    const name = 'Plumbing primary: Marcus Chen';
    const of = (events: readonly Event[], summary: string) =>
      events.find((each) => each.summary === summary && each.startsAt > NIGHT);
    const before = of(eventsOf((await file()).body), name);
    if (!before) throw new Error('Marcus has nothing to come');
    const { startsAt, endsAt } = before;
    const key = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
    api().addCover({ ...key, responderId: omar, startsAt, endsAt, reason: 'x' });
    const after = of(eventsOf((await file()).body), 'Plumbing primary: Omar Haddad');
    expect(after).toMatchObject({ startsAt, endsAt });
    expect(after?.uid).not.toBe(before.uid);
  });

  it('of one person, of one trade; of nobody there is none', async () => {
    const marcus =
      api()
        .portfolio()
        .responders.find((each) => each.name === 'Marcus Chen')?.id ?? '';
    const own = eventsOf((await file(`?person=${marcus}`)).body);
    expect(new Set(own.map((each) => each.summary))).toEqual(
      new Set(['Plumbing primary: Marcus Chen', 'Plumbing backup: Marcus Chen']),
    );
    const trade = eventsOf((await file('?trade=hvac')).body);
    expect(trade.every((each) => each.summary.startsWith('HVAC'))).toBe(true);
    expect([(await file('?person=nobody')).status, (await file('?trade=magic')).status]).toEqual([404, 404]);
  });

  it('is for the console alone', async () => {
    expect((await send(`${night.core.url}/documents/oncall.ics`)).status).toBe(401);
  });
});

describe('the feed', () => {
  it('is off until somebody turns it on, and closed when they turn it off', async () => {
    expect(api().exportView()).toEqual({
      isOn: false,
      host: '127.0.0.1',
      port: 0,
      address: null,
      warning: null,
      trouble: null,
    });
    const address = await openFeed();
    expect((await send(address)).status).toBe(200);
    expect(api().exportView()).toMatchObject({ isOn: true, port: Number(new URL(address).port), trouble: null });
    await api().saveExport({ isOn: false, host: '127.0.0.1', port: api().exportView().port });
    await expect(send(address)).rejects.toThrow(/ECONNREFUSED/);
    expect(api().exportView()).toMatchObject({ isOn: false, address: null });
  });

  it('keeps its address over a restart', async () => {
    const address = await openFeed();
    await night.restart();
    expect(api().exportView().address).toBe(address);
    expect((await send(address)).status).toBe(200);
  });

  it('answers with the file; a calendar that has it already gets nothing again', async () => {
    const address = await openFeed();
    const first = await send(address);
    expect(first.body).toBe((await file()).body);
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const etag = String(first.headers.etag);
    const again = await send(address, { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
    const head = await send(address, { method: 'HEAD' });
    expect([head.status, head.body, head.headers]).toEqual([200, '', first.headers]);
    const omar =
      api()
        .portfolio()
        .responders.find((each) => each.name === 'Omar Haddad')?.id ?? '';
    const key = { trade: 'plumbing', role: 'primary', propertyId: null, group: null } as const;
    api().takeOver({ ...key, responderId: omar, until: null, reason: 'flu' });
    const changed = await send(address, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(eventsOf(changed.body).map((each) => each.summary)).toContain('Plumbing primary: Omar Haddad');
    expect((await send(`${address}?trade=hvac`)).body).toBe((await file('?trade=hvac')).body);
  });

  it('a new key makes the old address worthless at once', async () => {
    const address = await openFeed();
    const answer = api().newExportKey();
    if (!answer.ok) throw new Error(answer.reason.en);
    expect(answer.value.address).not.toBe(address);
    expect((await send(address)).status).toBe(404);
    expect((await send(answer.value.address ?? '')).status).toBe(200);
  });

  it('everything else is 404 without a word of what this is', async () => {
    const address = await openFeed();
    const { origin, pathname } = new URL(address);
    const attempts: readonly (readonly [string, string])[] = [
      ['GET', '/'],
      ['GET', '/oncall/'],
      ['GET', '/oncall/.ics'],
      ['GET', `${pathname}x`],
      ['GET', pathname.replace('.ics', '')],
      ['GET', pathname.slice(0, -5)],
      ['GET', `${pathname.slice(0, -5)}${pathname.at(-5) === 'X' ? 'Y' : 'X'}.ics`],
      ['GET', pathname.toUpperCase()],
      ['GET', `/x/..${pathname}`],
      ['GET', `/${pathname}`],
      ['GET', `${pathname}?person=nobody`],
      ['GET', `${pathname}?trade=magic`],
      ['GET', `${pathname}?debug=1`],
      ['GET', `${pathname}?person=${'x'.repeat(3000)}`],
      ['GET', '/trpc/app.status'],
      ['GET', '/events'],
      ['GET', '/documents/oncall.ics'],
      ['GET', '/kannel/x/report'],
      ['HEAD', `${pathname}x`],
      ['POST', pathname],
      ['PUT', pathname],
      ['DELETE', pathname],
      ['OPTIONS', pathname],
    ];
    for (const [method, path] of attempts) {
      const { status, headers, body } = await send(origin, { method, path });
      expect([status, body], `${method} ${path}`).toEqual([404, '']);
      expect(Object.keys(headers).toSorted(), `${method} ${path}`).toEqual(
        Object.keys(headers)
          .filter((each) => ['connection', 'content-length', 'keep-alive'].includes(each))
          .toSorted(),
      );
    }
    const bearer = { authorization: `Bearer ${night.core.token}` };
    expect((await send(origin, { path: '/trpc/app.status', headers: bearer })).status).toBe(404);
  });

  it('a body is not read, and what is no HTTP is hung up on', async () => {
    const address = await openFeed();
    const answer = await send(address, { headers: { 'content-length': '5' }, body: 'hello' });
    expect(answer.status).toBe(404);
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    const closed = once(socket, 'close');
    const heard: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => heard.push(chunk));
    socket.on('error', () => undefined);
    socket.write('EHLO nightdesk\r\n\r\n');
    await closed;
    expect(Buffer.concat(heard).toString()).toBe('');
  });

  it('one address may ask sixty times a minute', async () => {
    const address = await openFeed();
    const wrong = address.replace(/[^/]+\.ics$/, 'guessing-guessing-guessing.ics');
    const statuses: number[] = [];
    for (let n = 0; n < 62; n += 1) statuses.push((await send(n < 40 ? wrong : address)).status);
    expect(statuses).toEqual([...Array(40).fill(404), ...Array(20).fill(200), 429, 429]);
    await night.pass('1 min');
    expect((await send(address)).status).toBe(200);
  });

  it('a port that another program has is said in words, tried each minute, and hurts nothing', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const answer = await api().saveExport({ isOn: true, host: '127.0.0.1', port });
    expect(answer).toMatchObject({
      ok: true,
      value: { isOn: true, port, trouble: { en: expect.stringContaining(`Port ${port}`) } },
    });
    const id = await night.report({ text: 'water through the ceiling', place: 'maple 3a', tier: 'P1' });
    expect(night.incident(id).row.status).toBe('running');
    await night.pass('2 min');
    expect(api().exportView().trouble).not.toBe(null);
    other.close();
    await once(other, 'close');
    await night.pass('1 min');
    await night.settle();
    expect(api().exportView()).toMatchObject({ trouble: null, address: expect.stringContaining(`:${port}/`) });
    expect((await send(api().exportView().address ?? '')).status).toBe(200);
  });

  it('says that it travels unencrypted where others can reach it', async () => {
    const anywhere = await api().saveExport({ isOn: true, host: '0.0.0.0', port: 0 });
    expect(anywhere).toMatchObject({ ok: true, value: { warning: { en: expect.stringContaining('unencrypted') } } });
    for (const host of ['localhost', '127.0.0.1'])
      expect(await api().saveExport({ isOn: true, host, port: 0 })).toMatchObject({ value: { warning: null } });
  });

  it('says when a name is no address of this computer, and takes no whole address', async () => {
    expect(await api().saveExport({ isOn: true, host: 'http://127.0.0.1/', port: 0 })).toMatchObject({
      code: 'badHost',
    });
    expect(await api().saveExport({ isOn: true, host: '192.0.2.7', port: 0 })).toMatchObject({
      ok: true,
      value: { trouble: { en: expect.stringContaining('192.0.2.7 is no address of this computer') } },
    });
  });

  it('wants a name, and the log says who turned it on without saying the key', async () => {
    const address = await openFeed();
    const key = /([^/]+)\.ics$/.exec(address)?.[1] ?? '';
    const log = night.core.store.read.all<{ payload: string }>('SELECT payload FROM log ORDER BY seq DESC LIMIT 10');
    expect(log.filter(({ payload }) => payload.includes('secretSet'))).toHaveLength(1);
    expect(log.filter(({ payload }) => payload.includes(key))).toEqual([]);
    const kept = night.core.store.read.all<{ value: string }>('SELECT value FROM personal');
    expect(kept.filter(({ value }) => value.includes(key))).toEqual([]);
    await api().signOut();
    expect(api().exportView()).toMatchObject({ isOn: true, address: null });
    expect(api().newExportKey()).toMatchObject({ code: 'signInFirst' });
    expect(await api().saveExport({ isOn: false, host: '127.0.0.1', port: 0 })).toMatchObject({ code: 'signInFirst' });
  });
});
