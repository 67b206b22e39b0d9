import type { Instant } from '#shared/contract';
import { offsetAt } from '#shared/oncall';
import { DAY_MS, type WallMs } from './calendar-time.ts';

/** The wall clock of one zone. */
export type ZoneClock = {
  readonly name: string;
  /**
   * The instant at which the clocks show it: of a time that comes twice the first; of one that is skipped the instant as
   * long after the change as it lies beyond it, so that 02:30 becomes 03:30. It is what calendars show.
   */
  instantOf(wallMs: WallMs): Instant;
  wallOf(at: Instant): WallMs;
};

/** @param offsetMsAt how far the zone's clocks are ahead of UTC at an instant */
export function clockOf(name: string, offsetMsAt: (at: Instant) => number): ZoneClock {
  return {
    name,
    instantOf: (wallMs) => {
      // No zone changes its clocks twice within two days, nor is one as much as a day from UTC.
      const before = offsetMsAt(wallMs - DAY_MS);
      const after = offsetMsAt(wallMs + DAY_MS);
      const isOldTime = before === after || offsetMsAt(wallMs - before) === before;
      const isNewTime = !isOldTime && offsetMsAt(wallMs - after) === after;
      return wallMs - (isNewTime ? after : before);
    },
    wallOf: (at) => at + offsetMsAt(at),
  };
}

export const UTC_CLOCK: ZoneClock = clockOf('UTC', () => 0);

/** The clock of an IANA zone that exists. */
export function ianaClock(zone: string): ZoneClock {
  return clockOf(zone, (at) => offsetAt(zone, at));
}
