import type { Language, Tier, TriageContext } from '#shared/contract';
import type { ReasonCode } from './codes.ts';
import type { Finding } from './findings.ts';
import { findTemperatures, type StatedTemperature } from './temperature.ts';

/** Default thresholds in degrees Fahrenheit. */
const THRESHOLDS = { coldInsideF: 55, freezingOutsideF: 32, hotInsideF: 85, hotOutsideF: 95 } as const;

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

/** Judges cold and heat from temperatures, weather words, volunteered needs and what is known outside the text. */
export function readClimate(
  text: string,
  findings: readonly Finding[],
  language: Language,
  context: TriageContext,
): Climate {
  const temperatures = findTemperatures(text, language);
  const inside = temperatures.filter((one) => !one.isOutside);
  const cold = inside.filter((one) => one.fahrenheit < THRESHOLDS.coldInsideF);
  const freezing = temperatures.filter((one) => one.isOutside && one.fahrenheit <= THRESHOLDS.freezingOutsideF);
  const hot = temperatures.filter(
    (one) => one.fahrenheit >= (one.isOutside ? THRESHOLDS.hotOutsideF : THRESHOLDS.hotInsideF) && one.fahrenheit < 140,
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
    ...known('freezing-weather', outsideF !== undefined && outsideF <= THRESHOLDS.freezingOutsideF),
    ...needs,
  ];
  const coolingReasons = [
    ...marked('hot-temperature', hot),
    ...stated(findings, 'dangerous-heat'),
    ...known('dangerous-heat', outsideF !== undefined && outsideF >= THRESHOLDS.hotOutsideF),
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
