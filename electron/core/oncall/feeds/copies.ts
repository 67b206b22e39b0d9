import { isDeepStrictEqual } from 'node:util';
import {
  type Author,
  allRows,
  type FeedCopy,
  feedCopy,
  getRow,
  logFeedCopy,
  putFeedCopy,
  type ReadDb,
  type WriteDb,
} from '#core/store';
import type { Feed } from '#shared/contract';
import { continued, isSameFrom } from './continued.ts';
import type { Content } from './read-feed.ts';
import { fingerprintOf, type Meaning, type Resolved, resolve } from './resolve.ts';

/** The copies in force: how one follows the other. What was on duty before a copy came is not changed by it. */

export type Held = { readonly copy: FeedCopy; readonly resolved: Resolved };

/** What a new copy, or a new meaning of the old one, does. */
export type Next = Held & {
  /** Who is on from now on, or what is known of it, is not what it was. */
  readonly isChanged: boolean;
  readonly changesDuty: boolean;
};

/** Whatever the events of a live calendar are made duties with, as stored; `feed` in its place where it is not saved yet. */
export function meaningOf(db: ReadDb, feed: Feed): Meaning {
  return {
    feed,
    titles: allRows(db, 'feed_title').filter((each) => each.feedId === feed.id),
    responders: allRows(db, 'responder'),
    properties: allRows(db, 'property'),
  };
}

/** The copy of a live calendar and what is made of it; null while there is none. */
export function heldCopy(db: ReadDb, feedId: string): Held | null {
  const copy = feedCopy(db, feedId);
  const feed = getRow(db, 'feed', feedId);
  return copy && feed ? { copy, resolved: resolve(copy.events, meaningOf(db, feed)) } : null;
}

/** What follows when a calendar with this content is read at `now`. */
export function nextCopy(
  old: FeedCopy | null,
  content: Content,
  meaning: Meaning,
  { now, expandedTo }: { readonly now: number; readonly expandedTo: number },
): Next {
  const resolved = resolve(content.events, meaning);
  const until = Math.min(old?.expandedTo ?? expandedTo, expandedTo);
  const changesDuty = !isSameFrom(now, until, old?.shifts ?? [], resolved.shifts);
  const isChanged =
    changesDuty ||
    !old ||
    !isSameFrom(now, until, old.events, content.events) ||
    !isDeepStrictEqual(old.broken, content.broken);
  const copy: FeedCopy = {
    feedId: meaning.feed.id,
    ...content,
    copiedAt: isChanged ? now : old.copiedAt,
    shifts: continued(old?.shifts ?? [], resolved.shifts, now),
    expandedTo,
    resolvedWith: fingerprintOf(meaning),
  };
  return { copy, resolved, isChanged, changesDuty };
}

/** Whether a calendar that came anew, stamped otherwise, says what it said: most of the work can be left then. */
export function saysTheSame({ copy }: Held, content: Content, expandedTo: number): boolean {
  const { events, broken } = content;
  return copy.expandedTo === expandedTo && isDeepStrictEqual([copy.events, copy.broken], [events, broken]);
}

/** What follows when the same events mean something else from `now` on; null when they mean what they did. */
export function remapped({ copy: old }: Held, meaning: Meaning, now: number): Next | null {
  const resolvedWith = fingerprintOf(meaning);
  if (resolvedWith === old.resolvedWith) return null;
  const resolved = resolve(old.events, meaning);
  const changesDuty = !isSameFrom(now, old.expandedTo, old.shifts, resolved.shifts);
  const copy = { ...old, shifts: continued(old.shifts, resolved.shifts, now), resolvedWith };
  return { copy, resolved, isChanged: changesDuty, changesDuty };
}

/** Stores what follows; a line of the log where it changes anything. */
export function keepCopy(db: WriteDb, { copy, isChanged }: Next, author: Author): void {
  putFeedCopy(db, copy);
  if (isChanged) logFeedCopy(db, copy, author);
}

/** The calendar is gone from `now` on; what was on duty stays. */
export function closeCopy(db: WriteDb, feedId: string, author: Author): void {
  const old = feedCopy(db, feedId);
  if (!old) return;
  const copy = { ...old, shifts: continued(old.shifts, [], author.at), events: [], broken: [], copiedAt: author.at };
  putFeedCopy(db, copy);
  logFeedCopy(db, copy, author);
}
