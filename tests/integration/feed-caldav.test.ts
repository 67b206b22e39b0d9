import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedInput, FeedView } from '#shared/contract';
import { type Night, openNight } from '../world.ts';
import { type Answering, calendarServer } from './calendar-server.ts';
import { NO_RADICALE, RADICALE_PASSWORD, RADICALE_USER, type Radicale, startRadicale } from './radicale-rig.ts';

/** A rota on a CalDAV server: Debian's Radicale, and servers that are worse. */

const input = (address: string, more: Partial<FeedInput> = {}): FeedInput => ({
  id: null,
  name: 'Rota',
  kind: 'caldav',
  username: RADICALE_USER,
  zone: 'America/New_York',
  trade: 'plumbing',
  role: 'primary',
  propertyId: null,
  group: null,
  address,
  password: RADICALE_PASSWORD,
  ...more,
});

let night: Night;
beforeEach(async () => {
  night = await openNight();
});
afterEach(() => night.end());

const onPlumbing = (): string | null =>
  night.core.api.onCallNow().find((each) => each.trade === 'plumbing')?.primary?.name ?? null;
function view(): FeedView {
  const [feed] = night.core.api.feeds().feeds;
  if (!feed) throw new Error('no live calendar');
  return feed;
}
/** Asked a while later, so that it is not just now. */
async function askedLater(): Promise<void> {
  await night.pass('5 s');
  await night.core.api.refreshFeeds();
}
/** Nights of the coming month by whoever holds them, in order. */
function coming(): readonly (readonly [string, string, string])[] {
  const { sources, responders } = night.core.api.calendar({
    from: night.clock.now(),
    to: night.clock.now() + 35 * 86_400_000,
  });
  const ahead = sources.feedShifts.filter(({ endsAt }) => endsAt > night.clock.now());
  return ahead.map(({ responderId, startsAt, endsAt }) => [
    responders.find((each) => each.id === responderId)?.name ?? '',
    new Date(startsAt).toISOString().slice(5, 16),
    new Date(endsAt).toISOString().slice(5, 16),
  ]);
}

const entry = (uid: string, title: string, ...more: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T000000Z', `SUMMARY:${title}`, ...more, 'END:VEVENT'].join('\r\n');
/** Radicale takes no zone that the file does not describe. */
// biome-ignore format: one line per rule
const ZONE = [
  'BEGIN:VTIMEZONE', 'TZID:America/New_York',
  'BEGIN:DAYLIGHT', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400', 'DTSTART:20070311T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZOFFSETFROM:-0400', 'TZOFFSETTO:-0500', 'DTSTART:20071104T020000', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU', 'END:STANDARD',
  'END:VTIMEZONE',
];
const calendar = (...entries: readonly string[]): string =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a//rota//EN', ...ZONE, ...entries, 'END:VCALENDAR'].join('\r\n')}\r\n`;

/** Friday nights of Marcus Chen, but on the 27th, when it is Aline Silva and an hour later. */
const FRIDAYS = calendar(
  entry(
    'fridays',
    'Marcus Chen',
    'DTSTART;TZID=America/New_York:20261106T180000',
    'DTEND;TZID=America/New_York:20261107T070000',
    'RRULE:FREQ=WEEKLY;BYDAY=FR',
    'EXDATE;TZID=America/New_York:20261204T180000',
  ),
  entry(
    'fridays',
    'Aline Silva',
    'RECURRENCE-ID;TZID=America/New_York:20261127T180000',
    'DTSTART;TZID=America/New_York:20261127T190000',
    'DTEND;TZID=America/New_York:20261128T070000',
  ),
);

describe.skipIf(NO_RADICALE !== '')(`with Radicale${NO_RADICALE}`, () => {
  let radicale: Radicale;
  beforeEach(async () => {
    radicale = await startRadicale();
    await radicale.makeCalendar('nights');
    await radicale.put('nights', 'fridays.ics', FRIDAYS);
  });
  afterEach(() => radicale.stop());

  const collection = () => `${radicale.url}/${RADICALE_USER}/nights/`;
  async function saved(address = collection(), more: Partial<FeedInput> = {}): Promise<string> {
    const answer = await night.core.api.saveFeed(input(address, more));
    if (!answer.ok) throw new Error(`${answer.code}: ${answer.reason.en}`);
    return answer.value.id;
  }

  it('a weekly rota with an exception is read, and what changes there changes here', async () => {
    await saved();
    expect(onPlumbing()).toBe('Marcus Chen');
    expect(coming().slice(0, 4)).toEqual([
      ['Marcus Chen', '11-21T04:41', '11-21T12:00'],
      ['Aline Silva', '11-28T00:00', '11-28T12:00'],
      ['Marcus Chen', '12-11T23:00', '12-12T12:00'],
      ['Marcus Chen', '12-18T23:00', '12-19T12:00'],
    ]);
    await radicale.put('nights', 'fridays.ics', FRIDAYS.replace('SUMMARY:Marcus Chen', 'SUMMARY:Tom Okonjo'));
    await radicale.put(
      'nights',
      'saturday.ics',
      calendar(entry('saturday', 'Aline Silva', 'DTSTART:20261121T230000Z', 'DURATION:PT13H')),
    );
    await askedLater();
    expect(onPlumbing()).toBe('Tom Okonjo');
    expect(coming().slice(0, 3)).toEqual([
      ['Tom Okonjo', '11-21T04:41', '11-21T12:00'],
      ['Aline Silva', '11-21T23:00', '11-22T12:00'],
      ['Aline Silva', '11-28T00:00', '11-28T12:00'],
    ]);
    await radicale.remove('nights', 'saturday.ics');
    await askedLater();
    expect(coming()[1]?.[1]).toBe('11-28T00:00');
  });

  it('costs one question while nothing changes', async () => {
    await saved();
    const before = radicale.requests().length;
    await askedLater();
    expect(radicale.requests().slice(before)).toEqual([`PROPFIND /${RADICALE_USER}/nights/`]);
    expect(view()).toMatchObject({ checkedAt: night.clock.now(), trouble: null });
  });

  it('the address of the server finds the one calendar, and stays with it', async () => {
    await saved(`${radicale.url}/`);
    expect(onPlumbing()).toBe('Marcus Chen');
    expect(view().where).toBe(new URL(radicale.url).host);
    await radicale.makeCalendar('days');
    const before = radicale.requests().length;
    await askedLater();
    expect(radicale.requests().slice(before)).toEqual([`PROPFIND /${RADICALE_USER}/nights/`]);
    expect(view().trouble).toBeNull();
  });

  it('of several calendars none is guessed', async () => {
    await radicale.makeCalendar('days');
    const answer = await night.core.api.saveFeed(input(`${radicale.url}/`));
    expect(answer).toMatchObject({
      ok: false,
      code: 'severalCalendars',
      reason: { en: expect.stringContaining('nights') },
    });
  });

  it('an empty calendar is one: nobody is on by it', async () => {
    await radicale.makeCalendar('empty');
    await saved(`${radicale.url}/${RADICALE_USER}/empty/`);
    expect(view()).toMatchObject({ shifts: 0, trouble: null });
  });

  it('a wrong password, and a calendar that is not there, are said so', async () => {
    expect(await night.core.api.saveFeed(input(collection(), { password: 'wrong' }))).toMatchObject({
      code: 'refused',
    });
    const gone = await night.core.api.saveFeed(input(`${radicale.url}/${RADICALE_USER}/gone/x/`));
    expect(gone).toMatchObject({ ok: false });
    expect(night.core.api.feeds().feeds).toEqual([]);
  });

  it('killed, its last good copy stays; back again, it is asked again', async () => {
    await saved();
    await radicale.kill();
    await askedLater();
    expect(view().trouble?.en).toMatch(/^The server cannot be reached\./);
    expect(onPlumbing()).toBe('Marcus Chen');
    await radicale.start();
    await radicale.put('nights', 'fridays.ics', FRIDAYS.replace('SUMMARY:Marcus Chen', 'SUMMARY:Tom Okonjo'));
    await askedLater();
    expect(view().trouble).toBeNull();
    expect(onPlumbing()).toBe('Tom Okonjo');
  });
});

describe('servers that are worse', () => {
  const multistatus = (...responses: readonly string[]): string =>
    `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${responses.join('')}</d:multistatus>`;
  const response = (href: string, prop: string, status = 200): string =>
    `<d:response><d:href>${href}</d:href><d:propstat><d:prop>${prop}</d:prop><d:status>HTTP/1.1 ${status} X</d:status></d:propstat></d:response>`;
  const IS_CALENDAR = '<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>';
  const data = (text: string): string => `<c:calendar-data><![CDATA[${text}]]></c:calendar-data>`;

  const dav =
    (report: string, version = '"1"', marks = ''): Answering =>
    (request, answer) => {
      answer.writeHead(207, { 'content-type': 'application/xml' });
      if (request.method === 'REPORT') return void answer.end(report);
      const entries = request.headers.depth === '1' ? response('/cal/a.ics', `<d:getetag>${version}</d:getetag>`) : '';
      answer.end(multistatus(response('/cal/', `${IS_CALENDAR}${marks}`), entries));
    };
  const save = async (answering: Answering) => {
    const server = await calendarServer(answering);
    const answer = await night.core.api.saveFeed(input(server.at('/cal/')));
    return { server, answer };
  };

  it('without any mark of the calendar, the versions of its entries tell', async () => {
    const report = multistatus(response('/cal/a.ics', data(FRIDAYS)));
    const { server, answer } = await save(dav(report));
    expect(answer.ok).toBe(true);
    expect(onPlumbing()).toBe('Marcus Chen');
    await askedLater();
    expect(server.requests.slice(-2).map(({ method }) => method)).toEqual(['PROPFIND', 'PROPFIND']);
    server.answers(dav(report.replace('Marcus Chen', 'Tom Okonjo'), '"2"'));
    await askedLater();
    expect(onPlumbing()).toBe('Tom Okonjo');
    await server.close();
  });

  it('half a calendar is none', async () => {
    const marks = '<d:sync-token>1</d:sync-token>';
    const tooMany =
      '<d:response><d:href>/cal/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>';
    const cut = await save(dav(multistatus(response('/cal/a.ics', data(FRIDAYS)), tooMany), '', marks));
    expect(cut.answer).toMatchObject({ ok: false, code: 'status507' });
    await cut.server.close();
    const empty = await save(dav(multistatus(response('/cal/a.ics', '<d:getetag>"1"</d:getetag>')), '', marks));
    expect(empty.answer).toMatchObject({ ok: false, code: 'notCalDav' });
    await empty.server.close();
    const broken = await save(dav(multistatus(response('/cal/a.ics', data(FRIDAYS))).slice(0, -40), '', marks));
    expect(broken.answer).toMatchObject({ ok: false, code: 'brokenOff' });
    await broken.server.close();
  });

  it.each([
    [200, 'text/html', '<html>Sign in</html>', 'notCalDav'],
    [405, 'text/plain', '', 'notCalDav'],
    [403, 'text/plain', '', 'refused'],
    [404, 'text/plain', '', 'gone'],
    [500, 'text/plain', '', 'status500'],
    [207, 'application/xml', '<nonsense', 'brokenOff'],
    [207, 'application/xml', '<a><b></a></multistatus>', 'notCalDav'],
  ])('status %i with %s is told apart', async (status, type, body, code) => {
    const { server, answer } = await save((_request, reply) => {
      reply.writeHead(status, { 'content-type': type });
      reply.end(body);
    });
    expect(answer).toMatchObject({ ok: false, code });
    await server.close();
  });
});
