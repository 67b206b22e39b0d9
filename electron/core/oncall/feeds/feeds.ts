import type { Manager } from '#core/clockwork';
import type { Author } from '#core/store';
import type { Answer, FeedInput, FeedPreview, FeedsView, FeedTitleInput } from '#shared/contract';

/**
 * The live calendars: each is asked every 60 s, and when somebody asks; the last good copy of each is stored and stays in
 * force whatever happens. What was on duty before a copy came is not changed by it.
 */
export type Feeds = Manager & {
  /**
   * Asks those that were not asked in the last seconds, and resolves when all have answered or `limitMs` is over, whichever
   * comes first; never rejects. A try that hung over one limit is not waited for again: whoever asks next goes on at once.
   * Without live calendars it resolves at once.
   */
  fresh(limitMs: number): Promise<void>;
  view(): FeedsView;
  tryOut(input: FeedInput): Promise<Answer<FeedPreview>>;
  save(input: FeedInput, author: Author): Promise<Answer<{ id: string }>>;
  remove(id: string, author: Author): Answer<null>;
  refresh(): Promise<void>;
  mapTitle(input: FeedTitleInput, author: Author): Promise<Answer<null>>;
  unmapTitle(id: string, author: Author): Promise<Answer<null>>;
  /** What the log says of a duty that came out of a feed: its name and how old the copy is that said so. */
  copyOf(feedId: string): { readonly name: string; readonly checkedAt: number } | null;
  stop(): Promise<void>;
};
