import type { Instant } from '#shared/contract';
import type { Clock } from './clock.ts';

/** Watches over the clockwork itself, by timers of its own: a loop that does not come round cannot say so. */
export type Watchdog = {
  /** The loop lives, and comes round again within `withinMs`. */
  feed(withinMs: number): void;
  /** A part of it was left behind, or has come back. */
  leftBehind(manager: string): void;
  isBack(manager: string): void;
  stop(): void;
};

/** What came round later than this is late; a round takes milliseconds. */
const LATE_MS = 5_000;

export type WatchdogEvents = {
  /** Since when the clockwork is late, with what was left behind; null once it is not late any more. */
  changed(lateSince: Instant | null, parts: readonly string[]): void;
  /** It has come round again: nothing was watched from then until now. */
  wasStuck(from: Instant, to: Instant): void;
};

/** A computer that slept is not late: nothing could run. */
export function watchdog(clock: Clock, events: WatchdogEvents): Watchdog {
  const missing = new Set<string>();
  /** Elapsed ms when it should have come round; null while it is not overdue. */
  let overdueMs: number | null = null;
  let since: Instant | null = null;
  let cancel = (): void => undefined;

  const tell = (): void => {
    const isLate = overdueMs !== null || missing.size > 0;
    if (isLate === (since !== null)) return;
    since = isLate ? clock.now() : null;
    events.changed(since, [...missing]);
  };
  const arm = (delayMs: number): void => {
    const firesAt = clock.uptimeMs() + delayMs;
    cancel();
    cancel = clock.after(delayMs, () => {
      // Overslept itself: the loop slept as well, and gets its time to come round.
      if (clock.uptimeMs() - firesAt > LATE_MS) return arm(LATE_MS);
      overdueMs = firesAt - LATE_MS;
      tell();
    });
  };

  return {
    feed(withinMs) {
      arm(withinMs + LATE_MS);
      const stuckMs = overdueMs === null ? 0 : clock.uptimeMs() - overdueMs;
      overdueMs = null;
      tell();
      if (stuckMs > 0) events.wasStuck(clock.now() - stuckMs, clock.now());
    },
    leftBehind(manager) {
      missing.add(manager);
      tell();
    },
    isBack(manager) {
      missing.delete(manager);
      tell();
    },
    stop: () => cancel(),
  };
}
