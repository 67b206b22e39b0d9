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

/**
 * @param onChange since when the clockwork is late, with what it waits for where that is known; null once it is not. A
 *   computer that slept is not late: nothing could run.
 */
export function watchdog(
  clock: Clock,
  onChange: (lateSince: Instant | null, parts: readonly string[]) => void,
): Watchdog {
  const missing = new Set<string>();
  let isOverdue = false;
  let since: Instant | null = null;
  let cancel = (): void => undefined;

  const tell = (): void => {
    const isLate = isOverdue || missing.size > 0;
    if (isLate === (since !== null)) return;
    since = isLate ? clock.now() : null;
    onChange(since, [...missing]);
  };
  const arm = (delayMs: number): void => {
    const firesAt = clock.uptimeMs() + delayMs;
    cancel();
    cancel = clock.after(delayMs, () => {
      // Overslept itself: the loop slept as well, and gets its time to come round.
      if (clock.uptimeMs() - firesAt > LATE_MS) return arm(LATE_MS);
      isOverdue = true;
      tell();
    });
  };

  return {
    feed(withinMs) {
      arm(withinMs + LATE_MS);
      isOverdue = false;
      tell();
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
