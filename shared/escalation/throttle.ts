import type { Instant } from '#shared/contract';

/** So many texts to one phone in any stretch of that length. */
export type Bucket = { readonly count: number; readonly perMs: number };

const MINUTE_MS = 60_000;

const A_MINUTE: Bucket = { count: 1, perMs: MINUTE_MS };
/** The longer ones of a responder's phone. Ours: what an on-call product of its kind allows. */
const A_NIGHT: readonly Bucket[] = [
  { count: 5, perMs: 15 * MINUTE_MS },
  { count: 11, perMs: 60 * MINUTE_MS },
  { count: 21, perMs: 180 * MINUTE_MS },
];
/** One incident sends no more than this by its own five minutes; several on one phone may not together. */
const OF_A_RESIDENT: readonly Bucket[] = [{ count: 12, perMs: 60 * MINUTE_MS }];

/** What wakes somebody, or may as well be one text with the next of its kind. */
const WAKES: readonly string[] = ['step', 'copy', 'units'];
/** Lets somebody sleep on: not held for a minute's sake, but a storm of it is a storm. */
const NEWS: readonly string[] = ['askDone'];
/** Said by a person, or asked for by whoever reads it. */
const NEVER_HELD: readonly string[] = ['manual', 'lifeSafety', 'followUp'];

/** What a phone gets because it wrote. It protects nobody's sleep to count these: whoever reads them is awake and asked. */
export const ANSWERS: readonly string[] = [
  'answer',
  'askEta',
  'confirm',
  'lateReply',
  'listOpen',
  'notEmergency',
  'notUnderstood',
  'status',
];

export type Throttled = {
  readonly purpose: string;
  readonly to: 'responder' | 'resident';
  readonly isP1: boolean;
  /** No text of this incident's P1 has gone to this phone yet. */
  readonly isFirst: boolean;
};

/**
 * The buckets a text has to find room in; none where it is never held: the first of a P1, danger to life, what stops or
 * warns somebody or says who has it now, an answer, words of a person. A P1 that asks again, or has grown by a unit, waits
 * a minute at the most: several units in that minute are one text.
 */
export function bucketsFor({ purpose, to, isP1, isFirst }: Throttled): readonly Bucket[] {
  if (to === 'resident') return NEVER_HELD.includes(purpose) ? [] : OF_A_RESIDENT;
  if (purpose === 'step' && isP1) return isFirst ? [] : [A_MINUTE];
  if (purpose === 'units' && isP1) return [A_MINUTE];
  if (WAKES.includes(purpose)) return [A_MINUTE, ...A_NIGHT];
  return NEWS.includes(purpose) ? A_NIGHT : [];
}

/** How far back a phone's texts matter at all. */
export const THROTTLE_SPAN_MS = 180 * MINUTE_MS;

/**
 * Until when a text waits because its phone has had enough; null when it may leave now.
 *
 * @param sentAt when texts that nobody there had asked for left for that phone; what seems to come (the clock was set back) counts for nothing
 * @param latestAt it leaves by then, room or not: a notice is worth more than a quiet phone
 */
export function heldUntil(
  sentAt: readonly Instant[],
  buckets: readonly Bucket[],
  { now, latestAt }: { readonly now: Instant; readonly latestAt: Instant },
): Instant | null {
  const latestFirst = sentAt.filter((at) => at <= now).toSorted((a, b) => b - a);
  let untilAt = now;
  for (const { count, perMs } of buckets) {
    const oldestThatCounts = latestFirst[count - 1];
    if (oldestThatCounts !== undefined) untilAt = Math.max(untilAt, oldestThatCounts + perMs);
  }
  const at = Math.min(untilAt, latestAt);
  return at > now ? at : null;
}
