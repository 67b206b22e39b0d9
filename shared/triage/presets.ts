import type { TriageNumber, TriageNumbers, TriagePreset } from '#shared/contract';

/**
 * Sets of numbers to begin with, in degrees Fahrenheit and wall-clock times.
 *
 * Default: no heat is P1 below 55 °F inside or at 32 °F outside. New York City: Housing Maintenance Code, 68 °F from 6 to
 * 22 o'clock, 62 °F at night. Chicago: Municipal Code 14X, 68 °F from 8:30 to 22:30, 66 °F at night. Both codes have a
 * season; outside it nobody reports cold, so the season is not a number of ours.
 */
export const PRESETS: Readonly<Record<TriagePreset, TriageNumbers>> = {
  default: {
    coldInsideDayF: 55,
    coldInsideNightF: 55,
    dayStart: '06:00',
    dayEnd: '22:00',
    freezingOutsideF: 32,
    hotInsideF: 85,
    hotOutsideF: 95,
  },
  newYorkCity: {
    coldInsideDayF: 68,
    coldInsideNightF: 62,
    dayStart: '06:00',
    dayEnd: '22:00',
    freezingOutsideF: 32,
    hotInsideF: 85,
    hotOutsideF: 95,
  },
  chicago: {
    coldInsideDayF: 68,
    coldInsideNightF: 66,
    dayStart: '08:30',
    dayEnd: '22:30',
    freezingOutsideF: 32,
    hotInsideF: 85,
    hotOutsideF: 95,
  },
};

/** The names of every number, in the order in which they are shown. */
export const TRIAGE_NUMBERS = Object.keys(PRESETS.default) as readonly TriageNumber[]; // the keys of a literal
