import type { Instant } from '#shared/contract';
import { calendarTimeOf, HOUR_MS, MINUTE_MS } from './calendar-time.ts';
import { ianaClock } from './zone-clock.ts';

const OFFSET = /(?<=T.+)([+-])(\d\d):?(\d\d)$/i;

/**
 * A moment as people type one: an instant (`2026-11-01T05:00:00Z`, `2026-11-01T00:00-05:00`), or a date or a time by the
 * wall clock of `zone`, which must exist; a date is its midnight. Null where it is neither.
 */
export function momentOf(text: string, zone: string): Instant | null {
  const typed = text.trim().replace(/^(\S+) +(?=\d)/, '$1T');
  const [offset = '', sign, hours, minutes] = OFFSET.exec(typed) ?? [];
  const time = calendarTimeOf(typed.slice(0, typed.length - offset.length));
  if (time === null || (offset !== '' && time.isUtc)) return null;
  if (offset === '') return time.isUtc ? time.wallMs : ianaClock(zone).instantOf(time.wallMs);
  const aheadMs = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
  return time.wallMs - (sign === '-' ? -aheadMs : aheadMs);
}
