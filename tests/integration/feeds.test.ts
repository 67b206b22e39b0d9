import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allLines } from '#core/store';
import type { FeedInput, FeedView } from '#shared/contract';
import { until } from '../patience.ts';
import { duration, type Night, openNight } from '../world.ts';
import { type CalendarServer, calendarServer, calendarText, sends } from './calendar-server.ts';
import { freePort } from './free-ports.ts';

/** A live calendar says who is on: asked each minute and before anybody is woken, the last good copy in force meanwhile. */

let night: Night;
let server: CalendarServer;
beforeEach(async () => {
  night = await openNight();
  server = await calendarServer(sends(rota('Marcus Chen')));
});
afterEach(async () => {
  await night.end();
  await server.close();
});

/** Tonight from 18:00 to 07:00 in New York, and tomorrow night. */
function rota(tonight: string, tomorrow = 'Aline Silva'): string {
  return calendarText([
    { uid: 'tonight', start: '20261120T180000', end: '20261121T070000', title: tonight },
    { uid: 'tomorrow', start: '20261121T180000', end: '20261122T070000', title: tomorrow },
  ]);
}

const input = (more: Partial<FeedInput> = {}): FeedInput => ({
  id: null,
  name: 'Plumbers',
  kind: 'ics',
  username: '',
  zone: 'America/New_York',
  trade: 'plumbing',
  role: 'primary',
  propertyId: null,
  group: null,
  address: server.at('/rota.ics'),
  password: '',
  ...more,
});

async function saved(more: Partial<FeedInput> = {}): Promise<string> {
  const answer = await night.core.api.saveFeed(input(more));
  if (!answer.ok) throw new Error(answer.reason.en);
  await night.settle();
  return answer.value.id;
}

/** Time on the core's clock, then until nothing is being asked: others answer in their own time. */
async function passAnswered(time: string): Promise<void> {
  await night.pass(time);
  await until(() => night.core.feeds.nextDueAt(night.clock.now()) !== null, 'the answer');
}

function view(): FeedView {
  const [feed] = night.core.api.feeds().feeds;
  if (!feed) throw new Error('no live calendar');
  return feed;
}

const onPlumbing = () => night.core.api.onCallNow().find((each) => each.trade === 'plumbing')?.primary?.name ?? null;
const responderId = (name: string): string =>
  night.core.api.portfolio().responders.find((each) => each.name === name)?.id ?? '';
const shifts = () =>
  night.core.api
    .calendar({ from: night.clock.now() - duration('24 h'), to: night.clock.now() + duration('48 h') })
    .sources.feedShifts.map(({ responderId: id, startsAt, endsAt }) => [
      night.core.api.portfolio().responders.find((each) => each.id === id)?.name,
      new Date(startsAt).toISOString().slice(0, 16),
      new Date(endsAt).toISOString().slice(0, 16),
    ]);
const lines = (...types: readonly string[]): readonly Record<string, unknown>[] =>
  [...allLines(night.core.store.read)]
    .map(({ payload }) => JSON.parse(payload) as Record<string, unknown>)
    .filter(({ type }) => types.includes(String(type)));

describe('invariant 2: a live calendar', () => {
  it('says who is on from the moment it is saved, and not before', async () => {
    const id = await saved();
    expect(onPlumbing()).toBe('Marcus Chen');
    expect(shifts()).toEqual([
      ['Marcus Chen', '2026-11-21T04:41', '2026-11-21T12:00'],
      ['Aline Silva', '2026-11-21T23:00', '2026-11-22T12:00'],
    ]);
    expect(view()).toMatchObject({
      where: `127.0.0.1:${server.port}`,
      hasPassword: false,
      checkedAt: night.clock.now(),
      copiedAt: night.clock.now(),
      trouble: null,
      shifts: 2,
      broken: [],
    });
    expect(lines('feedCopied')).toMatchObject([
      {
        v: 1,
        by: { kind: 'staff' },
        feedId: id,
        events: 2,
        broken: 0,
        shifts: 2,
        sha256: expect.stringMatching(/^\w{64}$/),
      },
    ]);
  });

  it('that names somebody else changes who is on within a minute', async () => {
    await saved();
    server.answers(sends(rota('Aline Silva')));
    await passAnswered('61 s');
    expect(onPlumbing()).toBe('Aline Silva');
    const changedAt = new Date(night.clock.now()).toISOString().slice(0, 16);
    // What was on before stays what it was.
    expect(shifts()[0]).toEqual(['Marcus Chen', '2026-11-21T04:41', changedAt]);
    expect(shifts()[1]).toEqual(['Aline Silva', changedAt, '2026-11-21T12:00']);
    expect(lines('feedCopied')).toHaveLength(2);
  });

  it('that says the same again writes no line and cuts nothing', async () => {
    await saved();
    // Another text with the same entries: Google stamps each answer anew.
    server.answers(sends(rota('Marcus Chen').replaceAll('20261101T000000Z', '20261120T000000Z')));
    await passAnswered('61 s');
    expect(view().checkedAt).toBeGreaterThan(view().copiedAt ?? 0);
    expect(shifts()).toHaveLength(2);
    expect(shifts()[0]?.[1]).toBe('2026-11-21T04:41');
    expect(lines('feedCopied')).toHaveLength(1);
  });

  it('whose past is rewritten leaves ours alone', async () => {
    await saved();
    await night.pass('2 h');
    server.answers(sends(rota('Tom Okonjo').replace('20261120T180000', '20261120T120000')));
    await night.core.api.refreshFeeds();
    expect(shifts().slice(0, 2)).toEqual([
      ['Marcus Chen', '2026-11-21T04:41', '2026-11-21T06:41'],
      ['Tom Okonjo', '2026-11-21T06:41', '2026-11-21T12:00'],
    ]);
  });

  it('that is taken away leaves what was, and nothing of what would have been', async () => {
    const id = await saved();
    await night.pass('1 h');
    expect(night.core.api.removeFeed(id)).toEqual({ ok: true, value: null });
    expect(night.core.api.feeds()).toEqual({ feeds: [], unmapped: [], titles: [] });
    expect(shifts()).toEqual([['Marcus Chen', '2026-11-21T04:41', '2026-11-21T05:41']]);
    expect(night.core.api.removeFeed(id)).toMatchObject({ ok: false, code: 'notThere' });
    const asked = server.requests.length;
    await night.pass('3 min');
    expect(server.requests).toHaveLength(asked);
  });

  it('stands after a restart, and is asked again soon', async () => {
    await saved();
    server.answers(sends(rota('Aline Silva')));
    await night.restart();
    expect(onPlumbing()).toBe('Marcus Chen');
    for (let second = 0; second < 11; second += 1) await passAnswered('1 s');
    expect(onPlumbing()).toBe('Aline Silva');
  });
});

describe('conditions', () => {
  it('what a server gave is asked by, and 304 is an answer', async () => {
    const modified = 'Fri, 20 Nov 2026 20:00:00 GMT';
    server.answers((request, response) => {
      const isKnown = request.headers['if-none-match'] === '"one"' && request.headers['if-modified-since'] === modified;
      if (isKnown) return response.writeHead(304).end();
      return sends(rota('Marcus Chen'), { etag: '"one"', 'last-modified': modified })(request, response);
    });
    await saved();
    const copiedAt = view().copiedAt;
    await night.pass('10 s');
    await night.core.api.refreshFeeds();
    expect(server.requests).toHaveLength(2);
    expect(view()).toMatchObject({ checkedAt: night.clock.now(), copiedAt, trouble: null });
  });

  it('rules reach a day further each day, also where nothing changes', async () => {
    server.answers((request, response) => {
      if (request.headers['if-none-match'] === '"one"') return response.writeHead(304).end();
      const daily = calendarText([
        {
          uid: 'daily',
          start: '20261101T180000',
          end: '20261102T070000',
          title: 'Marcus Chen',
          more: ['RRULE:FREQ=DAILY'],
        },
      ]);
      return sends(daily, { etag: '"one"' })(request, response);
    });
    await saved();
    const last = () =>
      Math.max(
        ...night.core.api
          .calendar({ from: 0, to: night.clock.now() + duration('2400 h') })
          .sources.feedShifts.map((each) => each.endsAt),
      );
    const before = last();
    night.clock.sleep(duration('30 h'));
    await night.core.api.refreshFeeds();
    expect(last() - before).toBe(duration('24 h'));
    expect(lines('feedCopied')).toHaveLength(1);
  });
});

describe('trouble', () => {
  it('the last good copy stays in force, its age is told, and each turn is one line', async () => {
    const id = await saved();
    const savedAt = night.clock.now();
    server.answers((_request, response) => void response.writeHead(500).end('secret words'));
    await passAnswered('61 s');
    expect(view().trouble?.en).toMatch(/^The server answered with error 500\./);
    expect(onPlumbing()).toBe('Marcus Chen');
    await night.pass('20 min');
    await night.core.api.refreshFeeds();
    expect(view()).toMatchObject({ checkedAt: savedAt, copiedAt: savedAt });
    expect(view().trouble?.en).toMatch(/No answer for 21 minutes: whoever is on is taken from the copy of then\./);
    expect(view().trouble?.es).toMatch(/desde hace 21 minutos/);
    expect(lines('feedFails')).toMatchObject([{ v: 1, by: { kind: 'core' }, feedId: id, code: 'status500' }]);

    server.answers(sends(rota('Marcus Chen')));
    await night.core.api.refreshFeeds();
    expect(view()).toMatchObject({ trouble: null, checkedAt: night.clock.now(), copiedAt: savedAt });
    expect(lines('feedFails', 'feedWorks')).toMatchObject([
      { type: 'feedFails' },
      { type: 'feedWorks', failedSince: savedAt + 61_000 },
    ]);
  });

  it('a malformed calendar is refused with its line, and the copy before it stays', async () => {
    await saved();
    server.answers(sends(rota('Aline Silva').replace(/END:VEVENT\r\nEND:VCALENDAR\r\n$/, '')));
    await night.core.api.refreshFeeds();
    expect(view().trouble?.en).toMatch(/^Line \d+: .* Nothing of it was used/);
    expect(onPlumbing()).toBe('Marcus Chen');
    expect(lines('feedFails')).toMatchObject([{ code: 'malformed' }]);
  });

  it('one broken entry is listed beside the good ones', async () => {
    const broken = rota('Marcus Chen').replace('DTSTART:20261121T180000', 'DTSTART:soon');
    server.answers(sends(broken));
    await saved();
    expect(onPlumbing()).toBe('Marcus Chen');
    expect(view().broken).toMatchObject([{ line: expect.any(Number) }]);
    expect(view().shifts).toBe(1);
  });

  it('fails ever more slowly, up to five minutes', async () => {
    await saved();
    let status = 500;
    server.answers((_request, response) => void response.writeHead(status).end());
    for (const pause of [60, 60, 120, 240, 300, 300]) {
      const asked = server.requests.length;
      status += 1;
      await night.pass(`${pause - 1} s`);
      expect(server.requests).toHaveLength(asked);
      await passAnswered('1 s');
      expect(view().trouble?.en).toContain(String(status));
      expect(server.requests).toHaveLength(asked + 1);
    }
  });
});

describe('asked by whoever wants to know', () => {
  it('waits for an answer as long as it may, and is content with none', async () => {
    await saved();
    server.answers(() => undefined);
    await night.pass('10 s');
    const { feeds } = night.core;
    const isOver = { first: false };
    const first = feeds.fresh(300).then(() => {
      isOver.first = true;
    });
    await until(() => server.requests.length === 2, 'the question');
    await night.clock.pass(299, night.settle);
    expect(isOver.first).toBe(false);
    await night.clock.pass(1, night.settle);
    await first;
    // What hangs is not waited for again, nor asked twice.
    await feeds.fresh(300);
    expect(server.requests).toHaveLength(2);
    expect(view().trouble).toBeNull();
    await passAnswered('10 s');
    expect(view().trouble?.en).toMatch(/longer than 10 s/);
    expect(onPlumbing()).toBe('Marcus Chen');
  });

  it('asks once for many who ask at once, and again for who asks later', async () => {
    await saved();
    await night.pass('5 s');
    const { feeds } = night.core;
    await Promise.all([feeds.fresh(300), feeds.fresh(300), feeds.fresh(300)]);
    await feeds.fresh(300);
    expect(server.requests).toHaveLength(2);
    await night.pass('3 s');
    server.answers(sends(rota('Aline Silva')));
    await feeds.fresh(300);
    expect(server.requests).toHaveLength(3);
    expect(onPlumbing()).toBe('Aline Silva');
  });

  it('without a live calendar there is nothing to wait for', async () => {
    await night.core.feeds.fresh(300);
    await night.core.api.refreshFeeds();
    expect(night.core.api.feeds()).toEqual({ feeds: [], unmapped: [], titles: [] });
  });

  it('the desk is closed while a server hangs', async () => {
    await saved();
    server.answers(() => undefined);
    await night.pass('61 s');
    await until(() => server.requests.length === 2, 'the question');
    await night.restart();
    expect(onPlumbing()).toBe('Marcus Chen');
  });
});

describe('titles', () => {
  it('that mean nobody are listed, and mapped without asking again', async () => {
    server.answers(sends(rota('The new guy', 'Chen & Silva')));
    const id = await saved();
    const startsAt = night.clock.now();
    expect(shifts()).toEqual([]);
    expect(night.core.api.feeds().unmapped).toEqual([
      { feedId: id, title: 'The new guy', count: 1, nextAt: Date.UTC(2026, 10, 20, 23), guesses: [] },
      {
        feedId: id,
        title: 'Chen & Silva',
        count: 1,
        nextAt: Date.UTC(2026, 10, 21, 23),
        guesses: [responderId('Marcus Chen'), responderId('Aline Silva')],
      },
    ]);
    await night.pass('5 min');
    const asked = server.requests.length;
    const title = { feedId: id, title: 'The new guy', responderId: responderId('Tom Okonjo'), trade: null, role: null };
    expect(await night.core.api.mapTitle(title)).toEqual({ ok: true, value: null });
    expect(server.requests).toHaveLength(asked);
    expect(onPlumbing()).toBe('Tom Okonjo');
    // From now on: nobody was called by it before.
    expect(shifts()[0]?.[1]).toBe(new Date(startsAt + duration('5 min')).toISOString().slice(0, 16));
    const nobody = { ...title, title: 'Chen & Silva', responderId: null };
    expect(await night.core.api.mapTitle(nobody)).toEqual({ ok: true, value: null });
    const { unmapped, titles } = night.core.api.feeds();
    expect([unmapped, titles.length]).toEqual([[], 2]);
    const row = titles.find((each) => each.title === 'The new guy');
    expect(await night.core.api.unmapTitle(row?.id ?? '')).toEqual({ ok: true, value: null });
    expect(onPlumbing()).not.toBe('Tom Okonjo');
    expect(night.core.api.feeds().unmapped.map((each) => each.title)).toEqual(['The new guy']);
  });

  it('one that meant somebody is asked about once somebody else has that name', async () => {
    server.answers(sends(rota('Silva')));
    await saved();
    expect(onPlumbing()).toBe('Aline Silva');
    const added = await night.core.api.saveResponder({
      id: null,
      name: 'Bruno Silva',
      company: '',
      role: 'technician',
      trades: ['plumbing'],
      phone: '(423) 555-0177',
      language: 'en',
      isEmergencyVendor: false,
      active: true,
    });
    expect(added.ok).toBe(true);
    await night.pass('5 s');
    await night.core.api.refreshFeeds();
    expect(night.core.api.feeds().unmapped).toMatchObject([
      { title: 'Silva', guesses: [expect.any(String), expect.any(String)] },
    ]);
    expect(onPlumbing()).not.toBe('Aline Silva');
  });

  it('refuses people and calendars that are not there', async () => {
    const id = await saved();
    const title = { feedId: id, title: 'Marcus Chen', responderId: 'nobody', trade: null, role: null };
    expect(await night.core.api.mapTitle(title)).toMatchObject({ ok: false, code: 'unknownResponder' });
    expect(await night.core.api.mapTitle({ ...title, feedId: 'gone' })).toMatchObject({ ok: false, code: 'notThere' });
    expect(await night.core.api.unmapTitle('gone')).toMatchObject({ ok: false, code: 'notThere' });
  });
});

describe('settings', () => {
  it('are tried before they are saved; what cannot be read is not saved', async () => {
    const tried = await night.core.api.tryFeed(input());
    expect(tried).toMatchObject({
      ok: true,
      value: { shifts: [{ title: 'Marcus Chen' }, {}], unmapped: [], broken: [] },
    });
    server.answers(sends('<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }));
    expect(await night.core.api.saveFeed(input())).toMatchObject({ ok: false, code: 'webPage' });
    expect(await night.core.api.saveFeed(input({ address: 'not an address' }))).toMatchObject({ code: 'badAddress' });
    expect(await night.core.api.saveFeed(input({ address: 'ftp://127.0.0.1/x' }))).toMatchObject({
      code: 'badAddress',
    });
    expect(await night.core.api.saveFeed(input({ id: 'gone' }))).toMatchObject({ code: 'notThere' });
    expect(await night.core.api.saveFeed(input({ propertyId: 'gone' }))).toMatchObject({ code: 'unknownProperty' });
    const port = await freePort();
    expect(await night.core.api.saveFeed(input({ address: `http://127.0.0.1:${port}/` }))).toMatchObject({
      code: 'noServer',
    });
    expect(night.core.api.feeds().feeds).toEqual([]);
    expect(shifts()).toEqual([]);
  });

  it('an address left empty stays; another meaning needs no question', async () => {
    const id = await saved();
    server.answers((_request, response) => void response.writeHead(500).end());
    const asked = server.requests.length;
    await night.pass('30 min');
    const changed = await night.core.api.saveFeed(input({ id, address: '', name: 'Pipes', role: 'backup' }));
    expect(changed).toEqual({ ok: true, value: { id } });
    expect(view()).toMatchObject({ feed: { name: 'Pipes', role: 'backup' }, where: `127.0.0.1:${server.port}` });
    const roles = night.core.api
      .calendar({ from: night.clock.now() - duration('24 h'), to: night.clock.now() + duration('6 h') })
      .sources.feedShifts.map(({ role, startsAt, endsAt }) => [role, endsAt - startsAt > duration('29 min')]);
    expect(roles.slice(0, 2)).toEqual([
      ['primary', true],
      ['backup', true],
    ]);
    expect(server.requests.length).toBeGreaterThanOrEqual(asked);
  });

  it('nobody signed in: nothing is changed, and nobody is asked', async () => {
    const id = await saved();
    await night.core.api.signOut();
    const asked = server.requests.length;
    expect(await night.core.api.tryFeed(input())).toMatchObject({ ok: false, code: 'signInFirst' });
    expect(await night.core.api.saveFeed(input())).toMatchObject({ ok: false, code: 'signInFirst' });
    expect(night.core.api.removeFeed(id)).toMatchObject({ ok: false, code: 'signInFirst' });
    expect(server.requests).toHaveLength(asked);
  });
});

describe('what opens a calendar', () => {
  const SECRET = 'private-3f9ab2c7d1';

  it('stands in no log, no line and no answer', async () => {
    const address = `http://reader:pass-${SECRET}@127.0.0.1:${server.port}/ical/${SECRET}/basic.ics?key=${SECRET}`;
    const id = await saved({ address });
    const auth = `Basic ${Buffer.from(`reader:pass-${SECRET}`).toString('base64')}`;
    expect(server.requests[0]).toMatchObject({
      path: `/ical/${SECRET}/basic.ics?key=${SECRET}`,
      headers: { authorization: auth },
    });
    const said: unknown[] = [];
    for (const status of [302, 401, 404, 500]) {
      server.answers(
        (request, response) => void response.writeHead(status, { location: request.url ?? '' }).end(request.url),
      );
      await night.pass('5 s');
      await night.core.api.refreshFeeds();
      said.push(night.core.api.feeds(), await night.core.api.tryFeed(input({ id, address: '' })));
    }
    server.answers((_request, response) => void response.destroy());
    await night.pass('5 s');
    await night.core.api.refreshFeeds();
    said.push(
      night.core.api.feeds(),
      night.core.api.appInfo(),
      await night.core.api.saveFeed(input({ id, address: `http://127.0.0.1:1/${SECRET}` })),
    );
    said.push(night.core.api.removeFeed(id));
    const stored = [...allLines(night.core.store.read)].map(({ payload }) => payload).join('\n');
    const personal = night.core.store.read
      .all<{ value: string }>('SELECT value FROM personal')
      .map((each) => each.value);
    const log = readFileSync(join(night.folder, 'nightdesk.log'), 'utf8');
    for (const text of [JSON.stringify(said), stored, personal.join('\n'), log]) expect(text).not.toContain(SECRET);
    expect(night.core.store.read.all('SELECT value FROM secret WHERE id LIKE ?', 'feed.%')).toEqual([]);
  });

  it('a password is not sent to another server than the one it was entered for', async () => {
    const id = await saved({ username: 'reader', password: SECRET });
    const heard = (asked: CalendarServer): unknown => asked.requests.at(-1)?.headers.authorization;
    expect(heard(server)).toMatch(/^Basic /);
    expect(view().hasPassword).toBe(true);
    expect((await night.core.api.saveFeed(input({ id, username: 'reader', address: server.at('/b.ics') }))).ok).toBe(
      true,
    );
    expect(String(heard(server)).slice(6)).toBe(Buffer.from(`reader:${SECRET}`).toString('base64'));
    const other = await calendarServer(sends(rota('Marcus Chen')));
    expect((await night.core.api.saveFeed(input({ id, username: 'reader', address: other.at('/rota.ics') }))).ok).toBe(
      true,
    );
    expect(String(heard(other)).slice(6)).toBe(Buffer.from('reader:').toString('base64'));
    expect(view().hasPassword).toBe(false);
    await other.close();
  });
});
