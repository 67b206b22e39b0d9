import type { FeedKind } from './addresses.ts';
import type { FeedTrouble } from './feed-trouble.ts';

/** What it takes to ask a live calendar. */
export type Source = {
  readonly kind: FeedKind;
  readonly address: string;
  readonly username: string;
  readonly password: string;
};

/** What a server or file system gave to ask by next time. */
export type Tags = Readonly<Record<string, string>>;

/** The stretch that a copy is made for. */
export type Window = { readonly from: number; readonly to: number };

export type Asking = {
  /** Empty: whatever is there is wanted, changed or not. */
  readonly tags: Tags;
  readonly window: Window;
  readonly signal: AbortSignal;
  /** Waits on the core's clock; rejects when the signal ends. */
  readonly pause: (ms: number) => Promise<void>;
};

export type Fetched =
  | { readonly kind: 'unchanged'; readonly tags: Tags }
  | {
      readonly kind: 'content';
      readonly bytes: Uint8Array;
      readonly sha256: string;
      readonly tags: Tags;
      /** Where it was found, when the address given was only the way there. */
      readonly address?: string;
    }
  | { readonly kind: 'failed'; readonly trouble: FeedTrouble };

/** Fetches one kind of live calendar. Expected failures are values; it may throw for a bug, or when its signal ended. */
export type Fetcher = (source: Source, asking: Asking) => Promise<Fetched>;

export const failed = (trouble: FeedTrouble): Fetched => ({ kind: 'failed', trouble });
