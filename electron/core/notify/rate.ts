/** How fast a gateway may be given messages: a bucket that fills with `ratePerMinute`. Pure; times are in ms of uptime. */

export type Bucket = { readonly tokens: number; readonly at: number };

const MINUTE_MS = 60_000;
/** Whoever comes back when told may find a hair less than a whole token. */
const ROUNDING_MS = 2;

/** What may leave in one go: a tenth of a minute's worth, one at least. */
function capacityOf(ratePerMinute: number): number {
  return Math.max(1, Math.floor(ratePerMinute / 10));
}

export function fullBucket(ratePerMinute: number, now: number): Bucket {
  return { tokens: capacityOf(ratePerMinute), at: now };
}

function filled({ tokens, at }: Bucket, ratePerMinute: number, now: number): Bucket {
  const since = Math.max(0, now - at);
  return { tokens: Math.min(capacityOf(ratePerMinute), tokens + (since * ratePerMinute) / MINUTE_MS), at: now };
}

/**
 * A message leaves. Below nothing too: what must not wait takes its token from those after it, at most a minute's worth.
 */
export function taken(bucket: Bucket, ratePerMinute: number, now: number): Bucket {
  const { tokens } = filled(bucket, ratePerMinute, now);
  return { tokens: Math.max(-ratePerMinute, tokens - 1), at: now };
}

/** In how many ms the next message may leave; 0 when it may now. */
export function waitMs(bucket: Bucket, ratePerMinute: number, now: number): number {
  const missing = 1 - filled(bucket, ratePerMinute, now).tokens;
  const ms = (missing * MINUTE_MS) / ratePerMinute;
  return ms <= ROUNDING_MS ? 0 : Math.ceil(ms);
}
