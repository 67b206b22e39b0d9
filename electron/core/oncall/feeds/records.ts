import type { Clock } from '#core/clockwork';
import type { Desk, Hub } from '#core/desk';
import {
  type Author,
  type FeedCheck,
  type FeedCopy,
  type FeedEvent,
  feedCheck,
  feedCopy,
  getRow,
  logFeedTrouble,
  putFeedCheck,
  type Store,
  type WriteDb,
} from '#core/store';
import type { Feed } from '#shared/contract';
import {
  isSuddenlyEmpty,
  keepCopy,
  meaningOf,
  meansTheSame,
  type Next,
  type Now,
  nextCopy,
  remapped,
  saysTheSame,
} from './copies.ts';
import { type FeedTrouble, isSudden, troubles } from './feed-trouble.ts';
import { type Matches, matchesOf } from './matching/matches.ts';
import { namesNow } from './matching/names.ts';
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
  /** The copy in force. */
  held(feedId: string): FeedCopy | null;
  /** How a look at one ended. `expandedTo`: up to when it was read. Writes nothing once nobody wants it any more. */
  record(feedId: string, looked: Looked, expandedTo: number, isUnwanted: () => boolean): Promise<void>;
  /** Does `work` with whom events mean, as people and places stand at that moment. */
  matched<Result>(events: readonly FeedEvent[], work: (matches: Matches) => Result): Promise<Result>;
  /** Changes something about one, and what its copy means with it, in one transaction. */
  change(feedId: string, by: Author['by'], work: (db: WriteDb, author: Author) => Next | null): void;
  /** It is gone. */
  forget(feedId: string): void;
};

/** A calendar that is empty from one check to the next is believed after as much time. */
const BELIEVED_MS = 30 * 60_000;
const CORE = { kind: 'core' } as const;
const CHANGED = ['oncall', 'status', 'timers', 'feeds'] as const;

export function feedRecords({ store, desk, clock, hub, onChanged }: FeedsDeps): Records {
  const cache = new Map<string, FeedCopy>();

  const held = (feedId: string): FeedCopy | null => {
    const known = cache.get(feedId) ?? feedCopy(store.write, feedId);
    if (known) cache.set(feedId, known);
    return known;
  };

  const change: Records['change'] = (feedId, by, work) => {
    const next = desk.change(CHANGED, work, by);
    if (!next) return;
    cache.set(feedId, next.copy);
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

  const matched: Records['matched'] = async (events, work) => {
    for (;;) {
      const matches = await matchesOf(events, namesNow(store.write));
      // Somebody may have been added or renamed meanwhile.
      if (matches.print === namesNow(store.write).print) return work(matches);
    }
  };

  /** The events that have to be understood anew after a look; null where nothing has changed. */
  const newsOf = (feed: Feed, looked: Answered, expandedTo: number): readonly FeedEvent[] | null => {
    const old = held(feed.id);
    const isSame = looked.kind === 'unchanged' || (old && saysTheSame(old, looked.content, expandedTo));
    if (!isSame) return looked.content.events;
    return old && !meansTheSame(old, meaningOf(store.write, feed)) ? old.events : null;
  };

  const nextOf = (feed: Feed, looked: Answered, expandedTo: number, matches: Matches): Next | null => {
    const old = held(feed.id);
    const facts: Now = { meaning: meaningOf(store.write, feed), matches, now: clock.now() };
    if (looked.kind === 'unchanged' || (old && saysTheSame(old, looked.content, expandedTo)))
      return old && remapped(old, facts);
    return nextCopy(old, looked.content, facts, expandedTo);
  };

  /** That it is empty all of a sudden is a trouble of its own, told from when on it is. */
  const recordSudden = (check: FeedCheck): void =>
    isSudden(check.trouble) ? note(check) : recordTrouble({ ...check, failingSince: null }, troubles.suddenlyEmpty);

  const recordAnswer = (feed: Feed, looked: Answered, next: Next | null): void => {
    const check = feedCheck(store.write, feed.id);
    const now = clock.now();
    const isEmpty = next !== null && isSuddenlyEmpty(held(feed.id), next, now);
    const isBelieved = isSudden(check.trouble) && now - (check.failingSince ?? now) >= BELIEVED_MS;
    if (isEmpty && !isBelieved) return recordSudden(check);
    const answered = { ...answeredAt(feed.id, now), tags: looked.tags };
    if (!next && check.failingSince === null) return note(answered);
    change(feed.id, CORE, (db, author) => {
      putFeedCheck(db, answered);
      logIfBack(db, check, author);
      if (next) keepCopy(db, next, author);
      return next;
    });
  };

  return {
    held,
    change,
    matched,
    async record(feedId, looked, expandedTo, isUnwanted) {
      const feed = getRow(store.write, 'feed', feedId);
      if (!feed) return;
      if (looked.kind === 'failed') return recordTrouble(feedCheck(store.write, feedId), looked.trouble);
      const news = newsOf(feed, looked, expandedTo);
      if (!news) return recordAnswer(feed, looked, null);
      await matched(news, (matches) => {
        const now = getRow(store.write, 'feed', feedId);
        if (now && !isUnwanted()) recordAnswer(now, looked, nextOf(now, looked, expandedTo, matches));
      });
    },
    forget: (feedId) => void cache.delete(feedId),
  };
}

type Answered = Exclude<Looked, { kind: 'failed' }>;

/** How asking stands after an answer. */
export function answeredAt(feedId: string, now: number): Omit<FeedCheck, 'tags'> {
  return { feedId, checkedAt: now, failingSince: null, trouble: null };
}

/** Where it failed before: that it works again. */
export function logIfBack(db: WriteDb, { feedId, failingSince }: FeedCheck, author: Author): void {
  if (failingSince === null) return;
  logFeedTrouble(db, { type: 'feedWorks', feedId, failedSince: failingSince }, author);
}
