import type { Instant, TriageReview } from '#shared/contract';

const DAY_MS = 24 * 60 * 60_000;
/** Every so many days somebody looks triage over: cards, numbers, marks, figures. */
export const REVIEW_EVERY_DAYS = 90;

/** When the next review is due; null while there has been none, which is due at once. */
export function reviewDueAt(review: TriageReview | null): Instant | null {
  return review === null ? null : review.at + REVIEW_EVERY_DAYS * DAY_MS;
}
