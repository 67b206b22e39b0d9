import type { FeedEvent, FeedRemark } from '#core/store';
import { type CalendarEvent, readCalendarInThread } from '../calendar-file/index.ts';
import type { FeedKind } from './addresses.ts';
import { type Asking, type Fetcher, failed, type Source, type Tags, type Window } from './asked.ts';
import { type FeedTrouble, malformed, troubles } from './feed-trouble.ts';
import { fetchLink } from './fetch-link.ts';
import { phonesIn } from './phones.ts';

/** One look at a live calendar: fetched, and read where it has changed. */

export type Content = {
  readonly events: readonly FeedEvent[];
  readonly broken: readonly FeedRemark[];
  readonly sha256: string;
};
export type Looked =
  | { readonly kind: 'unchanged'; readonly tags: Tags }
  | { readonly kind: 'content'; readonly content: Content; readonly tags: Tags; readonly address: string }
  | { readonly kind: 'failed'; readonly trouble: FeedTrouble };

const FETCHERS: Readonly<Record<FeedKind, Fetcher>> = {
  ics: fetchLink,
  csvLink: fetchLink,
  caldav: async () => failed(troubles.failed),
  sheetFile: async () => failed(troubles.failed),
};

/** As much of a title as is kept; mappings are limited to as much. */
const MAX_TITLE_CHARS = 400;

export function fetchFeed(source: Source, asking: Asking): ReturnType<Fetcher> {
  return FETCHERS[source.kind](source, asking);
}

/** What was fetched, read. `zone`: for times without one. */
export async function readFetched(
  source: Source,
  fetched: Awaited<ReturnType<Fetcher>>,
  window: Window,
  zone: string,
): Promise<Looked> {
  if (fetched.kind !== 'content') return fetched;
  const { bytes, sha256, tags } = fetched;
  const reading = await readCalendarInThread(bytes, { ...window, zone });
  if (!reading.ok) return { kind: 'failed', trouble: malformed(reading.line, reading.reason) };
  const content = { events: eventsOf(reading.events), broken: [...reading.broken, ...reading.notes], sha256 };
  return { kind: 'content', content, tags, address: fetched.address ?? source.address };
}

/** Calendar entries as duties might be. Those that take no time are notes. */
function eventsOf(events: readonly CalendarEvent[]): readonly FeedEvent[] {
  // Occurrences of one entry share their description, and looking for numbers is dear.
  const phones = new Map<string, readonly string[]>();
  const phonesOf = (text: string): readonly string[] => {
    const known = phones.get(text) ?? phonesIn(text);
    phones.set(text, known);
    return known;
  };
  return events
    .filter(({ start, end }) => end > start)
    .map(({ id, start, end, title, description, attendees }) => ({
      id,
      startsAt: start,
      endsAt: end,
      title: title.trim().slice(0, MAX_TITLE_CHARS),
      phones: [],
      notedPhones: phonesOf(description),
      emails: attendees,
      trade: null,
      role: null,
      place: null,
      line: 0,
    }));
}
