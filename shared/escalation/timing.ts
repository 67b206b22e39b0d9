import type { Tier } from '#shared/contract';

const MINUTE_MS = 60_000;

/** Durations of the ladder and of what follows it, in milliseconds. Source: PRODUCT.md section 7; those it leaves open are marked ours. */
export const TIMING = {
  /** A ladder that ends unanswered begins a new round this many times, then the last resort. */
  extraRounds: 2,
  lastResortEveryMs: 15 * MINUTE_MS,
  /** A round in which no message left is not repeated sooner. */
  emptyRoundPauseMs: 5 * MINUTE_MS,
  /** A step aimed at the signed-in coordinator, untouched for this long, lets the next one fire. */
  deskUntouchedMs: 60_000,
  /** Without a voice gateway somebody rings by hand. */
  callByHandAfterMs: 2 * MINUTE_MS,
  /** More than this late: the alarm comes first, and the step waits for a person. */
  veryLateMs: 2 * 60 * MINUTE_MS,
  veryLateWaitMs: 60_000,
  /** Below this a step counts as on time; a nap of the loop is at most a second. */
  onTimeMs: 5_000,
  /** Never two texts to a resident within this. */
  residentQuietMs: 5 * MINUTE_MS,
  /** How long after the next thing is due the resident is promised news. */
  promiseMarginMs: MINUTE_MS,
  /** "We will text you by … either way": after the estimate (PRODUCT 7.10: 12:50, 12:55). */
  etaPromiseMarginMs: 5 * MINUTE_MS,
  /** After P1 and P2 acknowledgement without an estimate: a call, then the ladder resumes. P2 is ours. */
  noEtaCallMs: { P1: 5 * MINUTE_MS, P2: 30 * MINUTE_MS, P3: 60 * MINUTE_MS },
  noEtaResumeMs: { P1: 10 * MINUTE_MS, P2: 60 * MINUTE_MS, P3: 240 * MINUTE_MS },
  /** A missed estimate plus this re-opens the ladder. Ours. */
  etaGraceMs: { P1: 10 * MINUTE_MS, P2: 15 * MINUTE_MS, P3: 60 * MINUTE_MS },
  /** A tier that was raised is to be confirmed by whoever has it (PRODUCT 7.6). */
  confirmTierMs: 5 * MINUTE_MS,
  /** Without a word for this long, and the estimate still ahead: whoever has it is asked whether they still come. Ours. */
  staleMs: { P1: 60 * MINUTE_MS, P2: 180 * MINUTE_MS, P3: null },
  stillComingMs: { P1: 10 * MINUTE_MS, P2: 30 * MINUTE_MS, P3: 60 * MINUTE_MS },
  /** An estimate on a P1 that is further away than this alarms the desk at once. Ours. */
  etaFarMs: 120 * MINUTE_MS,
  /** The longest a ladder may be held (P1: PRODUCT 7.6); a P3 until its morning. */
  holdMs: { P1: 10 * MINUTE_MS, P2: 60 * MINUTE_MS, P3: 24 * 60 * MINUTE_MS },
  /** A vendor who does not answer for this long is passed over (PRODUCT 7.6). */
  vendorMs: 10 * MINUTE_MS,
  /** A second call after one that nobody answered: two within three minutes (PRODUCT 8). */
  callAgainMs: MINUTE_MS,
  /** After arrival desk and responder are asked whether it is done, and again. Ours. */
  resolutionMs: { P1: 120 * MINUTE_MS, P2: 180 * MINUTE_MS, P3: 480 * MINUTE_MS },
  /** Acknowledged within this from first contact keeps the SLA (PRODUCT 7.14). */
  slaMs: { P1: 8 * MINUTE_MS, P2: 20 * MINUTE_MS, P3: null },
  followUpAfterP1Ms: 120 * MINUTE_MS,
  /** "Heard" silences the alarm for this long. */
  heardMs: 3 * MINUTE_MS,
  /** A message that the gateway takes later than this after it was written left late. Ours. */
  lateMessageMs: 10_000,
  /** How long an unsent message is still worth sending. Ours. */
  expiryMs: { step: 30 * MINUTE_MS, call: 10 * MINUTE_MS, other: 120 * MINUTE_MS },
  /** P2 resident: quiet at night, so the first promise is long. Ours. */
  quietPromiseMs: 90 * MINUTE_MS,
  /** A bare "ok" counts for this long after our message. */
  bareWordMs: 30 * MINUTE_MS,
} as const satisfies Record<string, number | Record<Tier, number | null> | Record<string, number>>;

/** Minutes as milliseconds. */
export const minutes = (count: number): number => count * MINUTE_MS;
