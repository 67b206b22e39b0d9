import type { Author } from '#core/store';
import type { FeedsApi } from '../oncall-api.ts';
import { DONE, type Parts, SIGN_IN_FIRST, whoIsAtDesk } from '../parts.ts';

/** Live calendars. */
export function feedsApi(parts: Parts): FeedsApi {
  const { feeds, clock } = parts;
  const author = (): Author | null => {
    const by = whoIsAtDesk(parts);
    return by && { at: clock.now(), by };
  };
  const signed = <Result>(work: (author: Author) => Result): Result | typeof SIGN_IN_FIRST => {
    const by = author();
    return by ? work(by) : SIGN_IN_FIRST;
  };
  return {
    feeds: feeds.view,
    // It makes this computer ask others, so somebody has to be there who wants it.
    tryFeed: async (input) => signed(() => feeds.tryOut(input)),
    saveFeed: async (input) => signed((by) => feeds.save(input, by)),
    removeFeed: (id) => signed((by) => feeds.remove(id, by)),
    async refreshFeeds() {
      await feeds.refresh();
      return DONE;
    },
    mapTitle: async (input) => signed((by) => feeds.mapTitle(input, by)),
    unmapTitle: async (id) => signed((by) => feeds.unmapTitle(id, by)),
  };
}
