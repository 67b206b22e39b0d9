import type { Instant } from '#shared/contract';

/** An SMSC that is told less gives up before a phone has been tried properly. */
const LEAST_MS = 60_000;
/** What the form for durations can say without counting months, which are not equally long. */
const MOST_MS = 30 * 24 * 3_600_000;

/**
 * How long an SMSC may try, in the standard's form for durations `YYMMDDhhmmsstnnR` (7.1.1.2); empty where it decides. A
 * duration, since the SMSC's clock need not be ours.
 */
export function validityOf(expiresAt: Instant | null, now: Instant): string {
  if (expiresAt === null || expiresAt - now > MOST_MS) return '';
  const seconds = Math.floor(Math.max(LEAST_MS, expiresAt - now) / 1_000);
  const places = [seconds / 86_400, (seconds / 3_600) % 24, (seconds / 60) % 60, seconds % 60];
  return `0000${places.map((place) => String(Math.floor(place)).padStart(2, '0')).join('')}000R`;
}
