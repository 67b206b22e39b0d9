import type { FeedEvent, FeedRemark } from '#core/store';
import { type CalendarEvent, type CalendarWindow, readCalendarInThread } from '../calendar-file/index.ts';
import type { FeedKind } from './addresses.ts';
import type { Asking, Fetcher, Source, Tags, Window } from './asked.ts';
import { type FeedTrouble, malformed } from './feed-trouble.ts';
import { fetchCalDav } from './fetch-caldav.ts';
import { fetchFile } from './fetch-file.ts';
import { fetchLink } from './fetch-link.ts';
import { phonesIn } from './phones.ts';
import { readSheetInThread } from './sheet/read-in-thread.ts';
import type { SheetReading } from './sheet/table.ts';

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
  caldav: fetchCalDav,
  sheetFile: fetchFile,
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
  const { bytes, sha256, tags, address = source.address } = fetched;
  const isSheet = source.kind === 'sheetFile' || source.kind === 'csvLink';
  const reading = await (isSheet ? readSheetInThread : readEntries)(bytes, { ...window, zone });
  if (!reading.ok) return { kind: 'failed', trouble: malformed(reading.line, reading.reason) };
  const { events, broken } = reading;
  return { kind: 'content', content: { events, broken, sha256 }, tags, address };
}

async function readEntries(bytes: Uint8Array, window: CalendarWindow): Promise<SheetReading> {
  const reading = await readCalendarInThread(bytes, window);
  if (!reading.ok) return reading;
  return { ok: true, events: eventsOf(reading.events), broken: [...reading.broken, ...reading.notes] };
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
