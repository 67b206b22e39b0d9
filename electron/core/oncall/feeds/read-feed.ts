import { createHash } from 'node:crypto';
import type { FeedEvent, FeedRemark } from '#core/store';
import type { FeedKind } from './addresses.ts';
import type { Asking, Fetcher, Source, Tags, Window } from './asked.ts';
import { readEntriesInThread } from './entries/read-in-thread.ts';
import { type FeedTrouble, malformed } from './feed-trouble.ts';
import { fetchCalDav } from './fetch-caldav.ts';
import { fetchFile } from './fetch-file.ts';
import { fetchLink } from './fetch-link.ts';
import { readSheetInThread } from './sheet/read-in-thread.ts';

/** One look at a live calendar: fetched, and read where it has changed. */

export type Content = {
  readonly events: readonly FeedEvent[];
  readonly broken: readonly FeedRemark[];
  readonly sha256: string;
  /** The same for the same events and remarks, however the calendar was stamped. */
  readonly print: string;
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
  const reading = await (isSheet ? readSheetInThread : readEntriesInThread)(bytes, { ...window, zone });
  if (!reading.ok) return { kind: 'failed', trouble: malformed(reading.line, reading.reason) };
  const { events, broken } = reading;
  const print = createHash('sha256')
    .update(JSON.stringify([events, broken]))
    .digest('hex');
  return { kind: 'content', content: { events, broken, sha256, print }, tags, address };
}
