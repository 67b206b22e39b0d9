import { type DAVResponse, davRequest, propfind } from 'tsdav';
import type { Source } from './asked.ts';
import { type FeedTrouble, statusTrouble, troubles } from './feed-trouble.ts';
import { ask, basic } from './http.ts';

/** WebDAV questions, over the same careful HTTP as any other calendar. */

export type DavAnswer =
  | { readonly ok: true; readonly entries: readonly DavEntry[] }
  | { readonly ok: false; readonly trouble: FeedTrouble };
/** One thing on the server, and what was asked of it. */
export type DavEntry = { readonly url: URL; readonly props: Readonly<Record<string, unknown>> };

export type Dav = {
  propfind(url: URL, depth: '0' | '1', props: readonly string[]): Promise<DavAnswer>;
  /** The calendar objects of a collection with anything between two instants; rules are not worked out by the server. */
  events(collection: URL, from: number, to: number): Promise<DavAnswer>;
};

const XMLNS = {
  'xmlns:d': 'DAV:',
  'xmlns:c': 'urn:ietf:params:xml:ns:caldav',
  'xmlns:cs': 'http://calendarserver.org/ns/',
} as const;

export function davOf({ username, password }: Source, signal: AbortSignal): Dav {
  const authorization = basic(username, password);
  /** Why nothing came, since what is given to tsdav can only throw. */
  let trouble: FeedTrouble | null = null;
  /** Where an address led in the end: what a server says of itself is relative to that. */
  let arrived: URL | null = null;

  const carefulFetch: typeof fetch = async (input, init = {}) => {
    const answer = await ask({
      url: new URL(input instanceof Request ? input.url : input),
      method: init.method ?? 'GET',
      headers: { ...Object.fromEntries(new Headers(init.headers)), authorization },
      ...(typeof init.body === 'string' ? { body: init.body } : {}),
      signal,
    });
    // What reads the list takes one that was cut for a short one.
    trouble = !answer.ok ? answer.trouble : isCut(answer.status, answer.bytes) ? troubles.brokenOff : null;
    if (!answer.ok || trouble) throw new Error('no answer');
    arrived = answer.url;
    const isEmpty = answer.status === 204 || answer.status === 304;
    return new Response(isEmpty ? null : Buffer.from(answer.bytes), { status: answer.status, headers: answer.headers });
  };

  const asked = async (url: URL, request: () => Promise<readonly DAVResponse[]>): Promise<DavAnswer> => {
    trouble = null;
    arrived = null;
    try {
      return answerOf(await request(), arrived ?? url);
    } catch (error) {
      if (signal.aborted) throw error;
      // What tsdav makes of an answer it cannot read may repeat it.
      return { ok: false, trouble: trouble ?? troubles.notCalDav };
    }
  };

  return {
    propfind: (url, depth, props) =>
      asked(url, () =>
        propfind({
          url: url.href,
          depth,
          props: Object.fromEntries(props.map((name) => [name, {}])),
          fetch: carefulFetch,
        }),
      ),
    events: (url, from, to) =>
      asked(url, async () => {
        const init = { method: 'REPORT', headers: { depth: '1' }, body: eventQuery(from, to) } as const;
        const responses = await davRequest({ url: url.href, init, fetch: carefulFetch });
        const refused = responses.find(({ ok }) => !ok);
        // Some of it, or more than the server gives at once: half a calendar is none.
        if (!refused) return responses;
        const { props: _props, ...answer } = refused;
        return [answer];
      }),
  };
}

/** Written out: a filter built from objects comes out in an order that some servers do not take. */
function eventQuery(from: number, to: number) {
  return {
    'c:calendar-query': {
      _attributes: XMLNS,
      'd:prop': { 'd:getetag': {}, 'c:calendar-data': {} },
      'c:filter': {
        'c:comp-filter': {
          _attributes: { name: 'VCALENDAR' },
          'c:comp-filter': {
            _attributes: { name: 'VEVENT' },
            'c:time-range': { _attributes: { start: davTime(from), end: davTime(to) } },
          },
        },
      },
    },
  };
}

function isCut(status: number, bytes: Uint8Array): boolean {
  const end = new TextDecoder().decode(bytes.subarray(-200));
  return status === 207 && !/<(?:\/(?:[\w.-]+:)?multistatus\s*|(?:[\w.-]+:)?multistatus\b[^>]*\/)>\s*$/.test(end);
}

function davTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function answerOf(responses: readonly DAVResponse[], base: URL): DavAnswer {
  const [first] = responses;
  // Not a list of things: the one answer there is says why.
  if (first && !first.props) {
    const { status } = first;
    if (first.ok && isEmptyList(first.raw)) return { ok: true, entries: [] };
    const isNoDav = first.ok || [400, 405, 409, 415, 501].includes(status);
    return { ok: false, trouble: isNoDav ? troubles.notCalDav : statusTrouble(status) };
  }
  const entries = responses.flatMap(({ href, ok, props }) => {
    const url = ok && href !== undefined ? URL.parse(String(href), base.href) : null;
    return url && props ? [{ url, props: props as Record<string, unknown> }] : []; // as the server named them
  });
  return { ok: true, entries };
}

/** A list with nothing in it, as a calendar without entries gives. */
function isEmptyList(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'multistatus' in raw;
}

/** The text of a property, wherever it stands: plain, marked as data, or within an href. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return null;
  if ('_cdata' in value) return textOf(value._cdata);
  return 'href' in value ? textOf(value.href) : null;
}
