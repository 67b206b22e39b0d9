import { isDeepStrictEqual } from 'node:util';
import {
  type Author,
  allRows,
  type FeedCopy,
  feedCopy,
  logFeedCopy,
  putFeedCopy,
  type ReadDb,
  type WriteDb,
} from '#core/store';
import type { Feed } from '#shared/contract';
import { continued, isSameFrom } from './continued.ts';
import type { Matches } from './matching/matches.ts';
import type { Content } from './read-feed.ts';
import { fingerprintOf, type Meaning, type Resolved, resolve } from './resolve.ts';

/** The copies in force: how one follows the other. What was on duty before a copy came is not changed by it. */

/** What a new copy, or a new meaning of the old one, does. */
export type Next = {
  readonly copy: FeedCopy;
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

/** What follows when a calendar with this content is read at `now`. */
export function nextCopy(
  old: FeedCopy | null,
  content: Content,
  { meaning, matches, now }: Now,
  expandedTo: number,
): Next {
  const resolved = resolve(content.events, meaning, matches);
  const until = Math.min(old?.expandedTo ?? expandedTo, expandedTo);
  const changesDuty = !isSameFrom(now, until, old?.shifts ?? [], resolved.shifts);
  const isSameText = old?.print === content.print;
  const isChanged =
    changesDuty ||
    !old ||
    (!isSameText &&
      (!isSameFrom(now, until, old.events, content.events) || !isDeepStrictEqual(old.broken, content.broken)));
  const copy: FeedCopy = {
    feedId: meaning.feed.id,
    ...content,
    ...heard(resolved),
    copiedAt: isChanged ? now : old.copiedAt,
    shifts: continued(old?.shifts ?? [], resolved.shifts, now),
    expandedTo,
    resolvedWith: fingerprintOf(meaning),
  };
  return { copy, isChanged, changesDuty };
}

/** With what, and from when on. */
export type Now = { readonly meaning: Meaning; readonly matches: Matches; readonly now: number };

/** Whether a calendar that came anew, stamped otherwise, says what it said: most of the work can be left then. */
export function saysTheSame(copy: FeedCopy, content: Content, expandedTo: number): boolean {
  return copy.expandedTo === expandedTo && copy.print === content.print;
}

/** Whether its events mean what they did. */
export function meansTheSame(copy: FeedCopy, meaning: Meaning): boolean {
  return fingerprintOf(meaning) === copy.resolvedWith;
}

/** What follows when the same events mean something else from `now` on; null when they mean what they did. */
export function remapped(old: FeedCopy, { meaning, matches, now }: Now): Next | null {
  if (meansTheSame(old, meaning)) return null;
  const resolved = resolve(old.events, meaning, matches);
  const changesDuty = !isSameFrom(now, old.expandedTo, old.shifts, resolved.shifts);
  const copy = {
    ...old,
    ...heard(resolved),
    shifts: continued(old.shifts, resolved.shifts, now),
    resolvedWith: fingerprintOf(meaning),
  };
  return { copy, isChanged: changesDuty, changesDuty };
}

/** What did not become a duty. */
function heard({ unmapped, broken }: Resolved): Pick<FeedCopy, 'unmapped' | 'unplaced'> {
  return { unmapped: [...unmapped], unplaced: broken };
}

/** Whether nothing is left of what the copy in force has still to come. */
export function isSuddenlyEmpty(old: FeedCopy | null, { copy }: Next, now: number): boolean {
  const isComing = ({ endsAt }: { readonly endsAt: number }): boolean => endsAt > now;
  return (old?.shifts ?? []).some(isComing) && !copy.shifts.some(isComing);
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
  const copy = {
    ...old,
    shifts: continued(old.shifts, [], author.at),
    events: [],
    broken: [],
    unmapped: [],
    unplaced: [],
    print: '',
    copiedAt: author.at,
  };
  putFeedCopy(db, copy);
  logFeedCopy(db, copy, author);
}
