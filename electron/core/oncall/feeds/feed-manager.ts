import { feedCheck, getRow } from '#core/store';
import { feedChanges } from './feed-changes.ts';
import { feedsView } from './feed-view.ts';
import type { Feeds } from './feeds.ts';
import { type FeedsDeps, feedRecords } from './records.ts';
import { feedRounds } from './rounds.ts';

/** The live calendars of one core. */
export function openFeeds(deps: FeedsDeps): Feeds {
  const { store, clock } = deps;
  const records = feedRecords(deps);
  const rounds = feedRounds(deps, records);
  return {
    name: 'feeds',
    nextDueAt: rounds.nextDueAt,
    run: rounds.run,
    fresh: rounds.fresh,
    refresh: rounds.refresh,
    view: () => feedsView(store.write, records.held, clock.now()),
    ...feedChanges(deps, records, rounds),
    copyOf(feedId) {
      const feed = getRow(store.write, 'feed', feedId);
      const { checkedAt } = feedCheck(store.write, feedId);
      return feed && checkedAt !== null ? { name: feed.name, checkedAt } : null;
    },
    stop: rounds.stop,
  };
}
