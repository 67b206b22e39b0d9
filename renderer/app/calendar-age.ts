import type { FeedView, Instant } from '#shared/contract';

/** A live calendar is asked every minute; after this long without an answer it counts as old. */
const OLD_MS = 5 * 60_000;

/** Whether what is in force may not be what the calendar says now. */
export function isStale(view: Pick<FeedView, 'trouble' | 'checkedAt'>, now: Instant): boolean {
  return view.trouble !== null || view.checkedAt === null || now - view.checkedAt > OLD_MS;
}

const MINUTE_MS = 60_000;

/** How long ago, in the largest unit that says enough: `{ unit: 'minutes', count: 3 }`. */
export function agoOf(
  at: Instant,
  now: Instant,
): { readonly unit: 'seconds' | 'minutes' | 'hours' | 'days'; readonly count: number } {
  const ms = Math.max(0, now - at);
  if (ms < 90_000) return { unit: 'seconds', count: Math.floor(ms / 1000) };
  if (ms < 90 * MINUTE_MS) return { unit: 'minutes', count: Math.floor(ms / MINUTE_MS) };
  if (ms < 48 * 60 * MINUTE_MS) return { unit: 'hours', count: Math.floor(ms / (60 * MINUTE_MS)) };
  return { unit: 'days', count: Math.floor(ms / (24 * 60 * MINUTE_MS)) };
}
