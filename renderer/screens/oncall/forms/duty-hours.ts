import type { DutyHours } from '#shared/contract';
import { DEFAULT_NIGHT } from '#shared/oncall';

/** The usual restrictions of a rotation, by name. Pure. */

export const HOURS_PRESETS = ['always', 'nights', 'weekends', 'nightsAndWeekends', 'custom'] as const;
export type HoursPreset = (typeof HOURS_PRESETS)[number];

const { nightStart, nightEnd } = DEFAULT_NIGHT;
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];

/** From Friday's close to Monday's opening; a day from one hour to the same is a whole one. */
const WEEKEND: readonly DutyHours[] = [
  { weekdays: [5], from: nightStart, to: nightEnd },
  { weekdays: [6, 7], from: nightEnd, to: nightEnd },
];

const PRESETS: Readonly<Record<Exclude<HoursPreset, 'custom'>, readonly DutyHours[]>> = {
  always: [],
  nights: [{ weekdays: ALL_DAYS, from: nightStart, to: nightEnd }],
  weekends: WEEKEND,
  nightsAndWeekends: [
    { weekdays: [1, 2, 3, 4, 5], from: nightStart, to: nightEnd },
    { weekdays: [6, 7], from: nightEnd, to: nightEnd },
  ],
};

export function hoursOf(preset: HoursPreset): readonly DutyHours[] {
  return preset === 'custom' ? PRESETS.nights : PRESETS[preset];
}

/** The preset that some hours are; `custom` where they are none. */
export function presetOf(hours: readonly DutyHours[]): HoursPreset {
  const text = JSON.stringify(hours.map(sorted));
  return HOURS_PRESETS.find((preset) => preset !== 'custom' && JSON.stringify(PRESETS[preset]) === text) ?? 'custom';
}

function sorted({ weekdays, from, to }: DutyHours): DutyHours {
  return { weekdays: weekdays.toSorted((a, b) => a - b), from, to };
}

/** Days in a row as pairs of first and last: `[1, 2, 3, 6]` is Monday to Wednesday, and Saturday. */
export function runsOf(weekdays: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const day of weekdays.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
