import type { Tier, TriageContext, TriageNumbers, WallTime } from '#shared/contract';
import type { ReasonCode } from './codes.ts';
import type { Finding, Reading } from './findings.ts';
import type { StatedTemperature } from './temperature.ts';

/** A circumstance that raises heat or cooling: its code and, when it is in the text, where. */
export type Circumstance = { readonly code: ReasonCode; readonly start: number; readonly end: number };

export type Climate = {
  readonly heatTier: Tier;
  readonly heatReasons: readonly Circumstance[];
  readonly coolingTier: Tier;
  readonly coolingReasons: readonly Circumstance[];
  readonly isInsideKnown: boolean;
  /** A low inside temperature was stated beyond doubt, so heat is the problem even if nothing else says so. */
  readonly saysColdInside: boolean;
};

function stated(findings: readonly Finding[], code: ReasonCode): Circumstance[] {
  return findings.filter((one) => one.code === code && one.standing === 'stands');
}

function marked(code: ReasonCode, temperatures: readonly StatedTemperature[]): Circumstance[] {
  return temperatures.map(({ start, end }) => ({ code, start, end }));
}

// Circumstances from the context have no words in the text; an empty stretch at its beginning stands for them.
function known(code: ReasonCode, isKnown: boolean): Circumstance[] {
  return isKnown ? [{ code, start: 0, end: 0 }] : [];
}

/**
 * The inside temperature below which no heat cannot wait, in degrees Fahrenheit: that of the hour, and the stricter one
 * where nobody says what time it is.
 */
export function coldInsideF(numbers: TriageNumbers, wallTime: WallTime | undefined): number {
  const { coldInsideDayF, coldInsideNightF, dayStart, dayEnd } = numbers;
  if (wallTime === undefined) return Math.max(coldInsideDayF, coldInsideNightF);
  return wallTime >= dayStart && wallTime < dayEnd ? coldInsideDayF : coldInsideNightF;
}

/** Judges cold and heat from temperatures, weather words, volunteered needs and what is known outside the text. */
export function readClimate(
  { temperatures, findings }: Reading,
  numbers: TriageNumbers,
  context: TriageContext,
): Climate {
  const leastInsideF = coldInsideF(numbers, context.wallTime);
  const inside = temperatures.filter((one) => !one.isOutside);
  const cold = inside.filter((one) => one.fahrenheit < leastInsideF);
  const freezing = temperatures.filter((one) => one.isOutside && one.fahrenheit <= numbers.freezingOutsideF);
  const hot = temperatures.filter(
    (one) => one.fahrenheit >= (one.isOutside ? numbers.hotOutsideF : numbers.hotInsideF) && one.fahrenheit < 140,
  );
  const needs = [
    ...stated(findings, 'volunteered-need'),
    ...known('volunteered-need', context.hasVolunteeredNeed === true),
  ];
  const outsideF = context.outsideF;
  const heatReasons = [
    ...marked('cold-temperature', cold),
    ...marked('freezing-weather', freezing),
    ...stated(findings, 'freezing-inside'),
    ...stated(findings, 'freezing-weather'),
    ...known('freezing-weather', outsideF !== undefined && outsideF <= numbers.freezingOutsideF),
    ...needs,
  ];
  const coolingReasons = [
    ...marked('hot-temperature', hot),
    ...stated(findings, 'dangerous-heat'),
    ...known('dangerous-heat', outsideF !== undefined && outsideF >= numbers.hotOutsideF),
    ...needs,
  ];
  return {
    heatTier: heatReasons.length > 0 ? 'P1' : 'P2',
    heatReasons,
    coolingTier: coolingReasons.length > 0 ? 'P2' : 'P3',
    coolingReasons,
    isInsideKnown: inside.length > 0,
    saysColdInside: cold.some((one) => one.isCertain),
  };
}
