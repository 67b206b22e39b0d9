import { linkOf } from './addresses.ts';
import { type Fetched, type Fetcher, failed, type Tags } from './asked.ts';
import { type Dav, type DavEntry, davOf, textOf } from './dav.ts';
import { type FeedTrouble, severalCalendars, troubles } from './feed-trouble.ts';
import { compared } from './fetch-link.ts';

/** A calendar on a CalDAV server: one question where nothing changed, all of its entries in one text where something did. */

const STATE = ['d:resourcetype', 'cs:getctag', 'd:sync-token'] as const;
const WAY = [...STATE, 'd:current-user-principal', 'c:calendar-home-set'] as const;
const CALENDAR = [...STATE, 'd:displayname', 'c:supported-calendar-component-set'] as const;

export const fetchCalDav: Fetcher = async (source, { tags, window, signal }) => {
  const given = linkOf(source.address);
  if (!given) return failed(troubles.badAddress);
  const dav = davOf(source, signal);
  const there = await dav.propfind(given, '0', WAY);
  const found = there.ok ? await calendarAt(dav, given, there.entries[0]) : await wellKnown(dav, given, there.trouble);
  if ('code' in found) return failed(found);
  const state = await stateOf(dav, found);
  if ('code' in state) return failed(state);
  if (tags.sha256 !== undefined && state.state !== '' && state.state === tags.state) return { kind: 'unchanged', tags };
  const answer = await dav.events(found.url, window.from, window.to);
  if (!answer.ok) return failed(answer.trouble);
  const texts = answer.entries
    .toSorted((a, b) => (a.url.href < b.url.href ? -1 : 1))
    .map(({ props }) => textOf(props.calendarData));
  // An entry without its text would be a duty that nobody misses.
  if (!texts.every((text) => text !== null)) return failed(troubles.notCalDav);
  return content(texts, tags, state, found.url);
};

/** Every entry in one text, always in the same order, so that the same calendar is the same text. */
function content(texts: readonly string[], before: Tags, state: Tags, url: URL): Fetched {
  // A calendar without an entry is one, too.
  const text = texts.length === 0 ? 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR' : texts.join('\r\n');
  const fetched = compared(Buffer.from(`${text}\r\n`), before, state);
  return fetched.kind === 'content' ? { ...fetched, address: url.href } : fetched;
}

/** What tells one state of a calendar from another. Where a server says neither, the versions of all its entries do. */
async function stateOf(dav: Dav, { url, props }: DavEntry): Promise<{ readonly state: string } | FeedTrouble> {
  const marks = [textOf(props.getctag), textOf(props.syncToken)];
  if (marks.some((mark) => mark !== null)) return { state: JSON.stringify(marks) };
  const entries = await dav.propfind(url, '1', ['d:getetag']);
  if (!entries.ok) return entries.trouble;
  const below = entries.entries.filter((each) => each.url.pathname !== url.pathname);
  const versions = below.map((each) => [each.url.pathname, textOf(each.props.getetag)]);
  return versions.some(([, version]) => version === null)
    ? { state: '' }
    : { state: JSON.stringify(versions.toSorted()) };
}

/** The address may be the calendar's own, or its server's, which knows whose calendars there are. */
async function calendarAt(dav: Dav, given: URL, entry: DavEntry | undefined): Promise<DavEntry | FeedTrouble> {
  if (!entry) return troubles.notCalDav;
  if (isCalendar(entry)) return entry;
  const home = await homeOf(dav, entry);
  if (home && 'code' in home) return home;
  // Some say nothing of a home and keep the calendars below the address itself.
  const listed = await dav.propfind(home ?? given, '1', CALENDAR);
  if (!listed.ok) return listed.trouble;
  const calendars = listed.entries.filter((each) => isCalendar(each) && holdsEvents(each));
  const [only] = calendars;
  if (!only) return home ? troubles.noCalendar : troubles.notCalDav;
  if (calendars.length === 1) return only;
  return severalCalendars(calendars.map(({ url, props }) => textOf(props.displayname) ?? lastPart(url)));
}

async function homeOf(dav: Dav, entry: DavEntry): Promise<URL | FeedTrouble | null> {
  const home = textOf(entry.props.calendarHomeSet);
  if (home !== null) return URL.parse(home, entry.url.href);
  const principal = textOf(entry.props.currentUserPrincipal);
  const url = principal === null ? null : URL.parse(principal, entry.url.href);
  if (!url || url.href === entry.url.href) return null;
  const answer = await dav.propfind(url, '0', ['c:calendar-home-set']);
  if (!answer.ok) return answer.trouble;
  const below = textOf(answer.entries[0]?.props.calendarHomeSet);
  return below === null ? null : URL.parse(below, url.href);
}

/** Servers say at a fixed place where their CalDAV is (RFC 6764). */
async function wellKnown(dav: Dav, given: URL, trouble: FeedTrouble): Promise<DavEntry | FeedTrouble> {
  const isNothing = trouble.code === troubles.notCalDav.code || trouble.code === troubles.gone.code;
  // The address of one calendar that is gone must not lead to another one.
  if (!isNothing || given.pathname !== '/') return trouble;
  const place = new URL('/.well-known/caldav', given);
  const there = await dav.propfind(place, '0', WAY);
  return there.ok ? calendarAt(dav, place, there.entries[0]) : trouble;
}

function isCalendar({ props }: DavEntry): boolean {
  const { resourcetype } = props;
  return typeof resourcetype === 'object' && resourcetype !== null && 'calendar' in resourcetype;
}

/** Lists of tasks are calendars, too. Where a server does not say, it may hold events. */
function holdsEvents({ props }: DavEntry): boolean {
  const said = JSON.stringify(props.supportedCalendarComponentSet ?? null);
  return !said.includes('"name"') || said.includes('VEVENT');
}

/** What a calendar is called that has no name; of its path only the end, which is no secret. */
function lastPart(url: URL): string {
  return (
    decodeURI(url.pathname)
      .split('/')
      .findLast((part) => part !== '') ?? url.host
  );
}
