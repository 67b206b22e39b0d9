import { dayAt, instantOfWallTime } from '#shared/oncall';

/** The next time the wall clock of `zone` shows `time`. */
export function nextWallTime(time: string, zone: string, after: number): number {
  const today = dayAt(zone, after);
  const first = instantOfWallTime(zone, today, time);
  return first > after ? first : instantOfWallTime(zone, today + 1, time);
}
