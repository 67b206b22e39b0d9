import type { FeedsApi } from '../oncall-api.ts';
import { type Parts, refusal } from '../parts.ts';

const NOT_YET = refusal('notYet', { en: 'Not built yet.', es: 'Aún no existe.' });

/** Live calendars. */
export function feedsApi(_parts: Parts): FeedsApi {
  return {
    feeds: () => ({ feeds: [], unmapped: [], titles: [] }),
    tryFeed: async () => NOT_YET,
    saveFeed: async () => NOT_YET,
    removeFeed: () => NOT_YET,
    refreshFeeds: async () => NOT_YET,
    mapTitle: async () => NOT_YET,
    unmapTitle: async () => NOT_YET,
  };
}
