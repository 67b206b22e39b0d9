import { allRows, type ReadDb } from '#core/store';
import type { ScheduleSources, Trade } from '#shared/contract';
import type { OldCopy } from '#shared/incident';
import type { Feeds } from './feeds/feeds.ts';

/** A live calendar that answered longer ago than this has not answered just now. */
const JUST_NOW_MS = 10_000;

/**
 * The live calendars that have a say in a trade (their events are of it, or of *general*, which stands in) and whose last
 * answer is not of just now: a step would go by their last good copy.
 */
export function oldCopies(
  db: ReadDb,
  { feedShifts }: Pick<ScheduleSources, 'feedShifts'>,
  feeds: Pick<Feeds, 'copyOf'>,
  trade: Trade,
  now: number,
): readonly OldCopy[] {
  const counts = (each: { readonly trade: Trade }): boolean => each.trade === trade || each.trade === 'general';
  const withShifts = new Set(feedShifts.filter(counts).map(({ feedId }) => feedId));
  return allRows(db, 'feed')
    .filter((feed) => counts(feed) || withShifts.has(feed.id))
    .flatMap(({ id }) => feeds.copyOf(id) ?? [])
    .filter(({ checkedAt }) => now - checkedAt > JUST_NOW_MS);
}
