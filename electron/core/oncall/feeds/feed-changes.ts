import { createHash, randomUUID } from 'node:crypto';
import {
  type Author,
  allRows,
  feedCheck,
  getRow,
  putFeedCheck,
  putRow,
  removeFeedCheck,
  removeRow,
  removeSecret,
  type WriteDb,
} from '#core/store';
import type { Answer, Feed, FeedInput, FeedPreview, FeedTitle, FeedTitleInput } from '#shared/contract';
import { addressTrouble, placeOf } from './addresses.ts';
import type { Source } from './asked.ts';
import { closeCopy, keepCopy, meaningOf, type Next, nextCopy, remapped } from './copies.ts';
import { enteredSource, feedAt, keepSource, secretIds, storedSource } from './feed-settings.ts';
import { isSudden } from './feed-trouble.ts';
import type { Feeds } from './feeds.ts';
import type { Matches } from './matching/matches.ts';
import { answeredAt, type FeedsDeps, logIfBack, type Records } from './records.ts';
import { refusals, takenBy, unreadable } from './refusals.ts';
import { resolve, unmappedTitles } from './resolve.ts';
import type { Rounds } from './rounds.ts';

type Changes = Pick<Feeds, 'tryOut' | 'save' | 'remove' | 'mapTitle' | 'unmapTitle'>;

const DONE = { ok: true, value: null } as const;

/** What a person changes about the live calendars. */
export function feedChanges({ store, desk, clock }: FeedsDeps, records: Records, rounds: Rounds): Changes {
  const db = store.write;
  const saving = new Set<string>();

  /** What its copy means once something else has been written; null where it means the same, or there is none. */
  const remappedNow = (feed: Feed, matches: Matches, author: Author): Next | null => {
    const held = records.held(feed.id);
    return held && remapped(held, { meaning: meaningOf(db, feed), matches, now: author.at });
  };

  /** Does `work` with whom the entries of its copy mean. */
  const withMatches = <Result>(feedId: string, work: (matches: Matches) => Result): Promise<Result> =>
    records.matched(records.held(feedId)?.events ?? [], work);

  const saveWithout = (feed: Feed, by: Author['by']): Promise<Answer<{ id: string }>> =>
    withMatches(feed.id, (matches) => {
      if (!getRow(db, 'feed', feed.id)) return refusals.notThere;
      records.change(feed.id, by, (write, author) => {
        putRow(write, 'feed', feed, author);
        const next = remappedNow(feed, matches, author);
        if (next) keepCopy(write, next, author);
        return next;
      });
      return { ok: true, value: { id: feed.id } };
    });

  const saveAnew = async (
    feed: Feed,
    source: Source,
    isNew: boolean,
    by: Author['by'],
  ): Promise<Answer<{ id: string }>> => {
    const seen = await rounds.once({ source, zone: feed.zone });
    if (!seen) return refusals.closing;
    const { looked, window } = seen;
    if (looked.kind === 'failed') return unreadable(looked.trouble);
    if (looked.kind === 'unchanged') throw new Error('a calendar without tags cannot be unchanged');
    const found = { ...source, address: looked.address };
    return records.matched(looked.content.events, (matches) => {
      if (!isNew && !getRow(db, 'feed', feed.id)) return refusals.notThere;
      const other = feedAt(db, found, feed.id);
      if (other) return takenBy(other.name);
      records.change(feed.id, by, (write, author) => {
        putRow(write, 'feed', feed, author);
        keepSource(write, feed.id, found, author);
        logIfBack(write, feedCheck(write, feed.id), author);
        putFeedCheck(write, { ...answeredAt(feed.id, author.at), tags: looked.tags });
        const facts = { meaning: meaningOf(write, feed), matches, now: author.at };
        const next = nextCopy(records.held(feed.id), looked.content, facts, window.to);
        keepCopy(write, next, author);
        return next;
      });
      rounds.restart(feed.id);
      return { ok: true, value: { id: feed.id } };
    });
  };

  /** One address at a time: whoever clicks twice saves once. */
  const saveOnce = async (
    feed: Feed,
    source: Source,
    isNew: boolean,
    by: Author['by'],
  ): Promise<Answer<{ id: string }>> => {
    const place = placeOf(source);
    if (isNew && saving.has(place)) return refusals.beingSaved;
    saving.add(place);
    try {
      return await saveAnew(feed, source, isNew, by);
    } finally {
      saving.delete(place);
    }
  };

  const changeTitle = (
    feedId: string,
    by: Author['by'],
    work: (db: WriteDb, author: Author) => void,
  ): Promise<Answer<null>> =>
    withMatches(feedId, (matches) => {
      if (!getRow(db, 'feed', feedId)) return refusals.notThere;
      records.change(feedId, by, (write, author) => {
        work(write, author);
        const feed = getRow(write, 'feed', feedId);
        const next = feed && remappedNow(feed, matches, author);
        if (next) keepCopy(write, next, author);
        return next;
      });
      return DONE;
    });

  return {
    async tryOut(input) {
      const source = enteredSource(db, input);
      const wrong = addressTrouble(input.kind, source.address);
      if (wrong) return unreadable(wrong);
      const seen = await rounds.once({ source, zone: input.zone });
      if (!seen) return refusals.closing;
      const { looked } = seen;
      if (looked.kind === 'failed') return unreadable(looked.trouble);
      if (looked.kind === 'unchanged') throw new Error('a calendar without tags cannot be unchanged');
      const feed = feedOf(input, input.id ?? '');
      const { events, broken } = looked.content;
      return records.matched(events, (matches) => {
        const resolved = resolve(events, meaningOf(db, feed), matches);
        const now = clock.now();
        const preview: FeedPreview = {
          shifts: resolved.shifts.filter(({ endsAt }) => endsAt > now),
          unmapped: unmappedTitles(feed.id, events, resolved.unmapped, now),
          broken: [...broken, ...resolved.broken],
        };
        return { ok: true, value: preview };
      });
    },
    async save(input, { by }) {
      const stored = input.id === null ? null : getRow(db, 'feed', input.id);
      if (input.id !== null && !stored) return refusals.notThere;
      if (input.propertyId !== null && !getRow(db, 'property', input.propertyId)) return refusals.unknownProperty;
      const source = enteredSource(db, input);
      const wrong = addressTrouble(input.kind, source.address);
      if (wrong) return unreadable(wrong);
      const feed = feedOf(input, input.id ?? randomUUID());
      const other = feedAt(db, source, feed.id);
      if (other) return takenBy(other.name);
      // Whoever saves one that is suddenly empty means it: it is read again, and what it says holds.
      const isAsked = isSudden(feedCheck(db, feed.id).trouble);
      return stored && !isAsked && stored.zone === feed.zone && isSame(source, storedSource(db, feed.id))
        ? saveWithout(feed, by)
        : saveOnce(feed, source, !stored, by);
    },
    remove(id, { by }) {
      if (!getRow(db, 'feed', id)) return refusals.notThere;
      desk.change(
        ['oncall', 'status', 'timers', 'feeds'],
        (write, author) => {
          for (const title of allRows(write, 'feed_title')) {
            if (title.feedId === id) removeRow(write, 'feed_title', title.id, author);
          }
          for (const secret of secretIds(id)) removeSecret(write, secret, author);
          removeRow(write, 'feed', id, author);
          removeFeedCheck(write, id);
          closeCopy(write, id, author);
        },
        by,
      );
      rounds.drop(id);
      records.forget(id);
      return DONE;
    },
    async mapTitle(input, { by }) {
      if (!getRow(db, 'feed', input.feedId)) return refusals.notThere;
      if (input.responderId !== null && !getRow(db, 'responder', input.responderId)) return refusals.unknownResponder;
      return changeTitle(input.feedId, by, (write, author) => putRow(write, 'feed_title', titleRow(input), author));
    },
    async unmapTitle(id, { by }) {
      const row = getRow(db, 'feed_title', id);
      if (!row) return refusals.noTitle;
      return changeTitle(row.feedId, by, (write, author) => {
        if (getRow(write, 'feed_title', id)) removeRow(write, 'feed_title', id, author);
      });
    },
  };
}

function feedOf({ address: _address, password: _password, ...feed }: FeedInput, id: string): Feed {
  return { ...feed, id };
}

/** One title has one meaning in a feed. */
function titleRow(input: FeedTitleInput): FeedTitle {
  const print = createHash('sha256').update(input.title).digest('hex').slice(0, 20);
  return { ...input, id: `${input.feedId}-${print}` };
}

function isSame(one: Source, other: Source | null): boolean {
  return (
    other !== null &&
    one.kind === other.kind &&
    one.username === other.username &&
    one.address === other.address &&
    one.password === other.password
  );
}
