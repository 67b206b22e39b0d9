import type { Duty, Rotation } from '#shared/contract';
import { finalSchedule } from '#shared/oncall';

const SIGHT_MS = 80 * 24 * 60 * 60_000;

/** The first turns of a rotation alone from a moment on, as the schedule itself reckons them. */
export function nextTurns(rotation: Rotation, from: number, count: number): readonly Duty[] {
  const alone = {
    shifts: [],
    rotations: [rotation],
    covers: [],
    timeOff: [],
    feedShifts: [],
    decisions: [],
    groups: {},
  };
  return finalSchedule(alone, from, from + SIGHT_MS).slice(0, count);
}
