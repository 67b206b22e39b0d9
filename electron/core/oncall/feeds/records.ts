import type { Clock } from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import {
  type Author,
  type FeedCheck,
  feedCheck,
  getRow,
  logFeedTrouble,
  putFeedCheck,
  type Store,
  type WriteDb,
} from '#core/store';
import type { Feed } from '#shared/contract';
import { type Held, heldCopy, keepCopy, meaningOf, type Next, nextCopy, remapped, saysTheSame } from './copies.ts';
import type { FeedTrouble } from './feed-trouble.ts';
import type { Looked } from './read-feed.ts';

export type FeedsDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly hub: Hub;
  /** Who is on from now on may be somebody else. */
  readonly onChanged: () => void;
  readonly onTrouble: (error: unknown) => void;
};

/** What the asking of live calendars writes down. */
export type Records = {
  /** The copy in force, and what is made of it. */
  held(feedId: string): Held | null;
  /** How a look at one ended. `expandedTo`: up to when it was read. */
  record(feedId: string, looked: Looked, expandedTo: number): void;
  /** Changes something about one, and what its copy means with it, in one transaction. */
  change(feedId: string, by: Author['by'], work: (db: WriteDb, author: Author) => Next | null): void;
  /** It is gone. */
  forget(feedId: string): void;
};

const CORE = { kind: 'core' } as const;
const CHANGED = ['oncall', 'status', 'timers', 'feeds'] as const;

export function feedRecords({ store, desk, clock, hub, onChanged }: FeedsDeps): Records {
  const cache = new Map<string, Held>();

  const held = (feedId: string): Held | null => {
    const known = cache.get(feedId) ?? heldCopy(store.write, feedId);
    if (known) cache.set(feedId, known);
    return known;
  };

  const change: Records['change'] = (feedId, by, work) => {
    const next = desk.change(CHANGED, work, by);
    if (!next) return;
    cache.set(feedId, { copy: next.copy, resolved: next.resolved });
    if (next.changesDuty) onChanged();
  };

  /** Beside the log and the desk: asking once a minute changes nothing that anybody decides by. */
  const note = (check: FeedCheck): void => {
    putFeedCheck(store.write, check);
    hub.publish(['feeds']);
  };

  const recordTrouble = (check: FeedCheck, trouble: FeedTrouble): void => {
    const { feedId } = check;
    const now = clock.now();
    const next = { ...check, failingSince: check.failingSince ?? now, trouble: trouble.reason };
    if (check.failingSince !== null) return note(next);
    change(feedId, CORE, (db, author) => {
      putFeedCheck(db, next);
      logFeedTrouble(db, { type: 'feedFails', feedId, code: trouble.code }, author);
      return null;
    });
  };

  const nextOf = (feed: Feed, looked: Exclude<Looked, { kind: 'failed' }>, expandedTo: number): Next | null => {
    const old = held(feed.id);
    const meaning = meaningOf(store.write, feed);
    const now = clock.now();
    if (looked.kind === 'unchanged' || (old && saysTheSame(old, looked.content, expandedTo)))
      return old && remapped(old, meaning, now);
    return nextCopy(old?.copy ?? null, looked.content, meaning, { now, expandedTo });
  };

  return {
    held,
    change,
    record(feedId, looked, expandedTo) {
      const feed = getRow(store.write, 'feed', feedId);
      if (!feed) return;
      const check = feedCheck(store.write, feedId);
      if (looked.kind === 'failed') return recordTrouble(check, looked.trouble);
      const next = nextOf(feed, looked, expandedTo);
      const answered = { ...answeredAt(feedId, clock.now()), tags: looked.tags };
      if (!next && check.failingSince === null) return note(answered);
      change(feedId, CORE, (db, author) => {
        putFeedCheck(db, answered);
        logIfBack(db, check, author);
        if (next) keepCopy(db, next, author);
        return next;
      });
    },
    forget: (feedId) => void cache.delete(feedId),
  };
}

/** How asking stands after an answer. */
export function answeredAt(feedId: string, now: number): Omit<FeedCheck, 'tags'> {
  return { feedId, checkedAt: now, failingSince: null, trouble: null };
}

/** Where it failed before: that it works again. */
export function logIfBack(db: WriteDb, { feedId, failingSince }: FeedCheck, author: Author): void {
  if (failingSince === null) return;
  logFeedTrouble(db, { type: 'feedWorks', feedId, failedSince: failingSince }, author);
}
