import type { Instant, Language } from '#shared/contract';
import { dayAt, dayInWords, formatInZone } from '#shared/oncall';

/** Within this of its line an hour can only be the one: 00:12 in a line of 23:42. */
const SURELY_MEANT_MS = 12 * 60 * 60_000;
/** Further away than this a weekday alone would be taken for the nearer one. */
const WEEK_DAYS = 6;

/**
 * A time that a line of the log speaks of, by the wall clock of `zone`; with its day where the hour alone would be taken
 * for another. `lineAt` is when the line was written.
 */
export function timeInLine(at: Instant, lineAt: Instant, zone: string, language: Language): string {
  const time = formatInZone(at, zone, language, 'time');
  const days = Math.abs(dayAt(zone, at) - dayAt(zone, lineAt));
  if (days === 0 || Math.abs(at - lineAt) < SURELY_MEANT_MS) return time;
  const isFar = days > WEEK_DAYS;
  const day = dayInWords(at, zone, language, isFar ? 'long' : 'weekday');
  if (language === 'es') return `${time} del ${day}`;
  return isFar ? `${day}, ${time}` : `${day} ${time}`;
}
