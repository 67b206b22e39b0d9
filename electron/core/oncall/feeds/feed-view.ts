import { allRows, type FeedCheck, type FeedCopy, feedCheck, type ReadDb } from '#core/store';
import type { BothLanguages, Feed, FeedsView, FeedView } from '#shared/contract';
import { whereOf } from './addresses.ts';
import { hasPassword, storedSource } from './feed-settings.ts';
import { isOld, isSudden } from './feed-trouble.ts';
import { unmappedTitles } from './resolve.ts';

/** Live calendars as a person sees them; nothing secret among it. */

/** From this age on a copy is spoken of as old. */
const OLD_MS = 15 * 60_000;

export function feedsView(db: ReadDb, held: (feedId: string) => FeedCopy | null, now: number): FeedsView {
  const feeds = allRows(db, 'feed').toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  return {
    feeds: feeds.map((feed) => feedView(db, feed, held(feed.id), now)),
    unmapped: feeds.flatMap(({ id }) => {
      const each = held(id);
      return each ? unmappedTitles(id, each.events, new Map(each.unmapped), now) : [];
    }),
    titles: allRows(db, 'feed_title'),
  };
}

function feedView(db: ReadDb, feed: Feed, held: FeedCopy | null, now: number): FeedView {
  const check = feedCheck(db, feed.id);
  return {
    feed,
    where: whereOf(feed.kind, storedSource(db, feed.id)?.address ?? ''),
    hasPassword: hasPassword(db, feed.id),
    checkedAt: check.checkedAt,
    copiedAt: held?.copiedAt ?? null,
    trouble: troubleOf(check, now),
    shifts: held?.shifts.filter(({ endsAt }) => endsAt > now).length ?? 0,
    broken: held ? [...held.broken, ...held.unplaced] : [],
  };
}

/** Why the last try failed; once nothing has been heard for long, that too, and what to do. */
function troubleOf({ trouble, checkedAt, failingSince }: FeedCheck, now: number): BothLanguages | null {
  const since = checkedAt ?? failingSince;
  // It does answer.
  if (!trouble || since === null || now - since <= OLD_MS || isSudden(trouble)) return trouble;
  const old = isOld(now - since);
  return { en: `${trouble.en} ${old.en}`, es: `${trouble.es} ${old.es}` };
}
