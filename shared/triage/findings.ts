import { CODES, meaningOf, type ReasonCode } from './codes.ts';
import { guardrailMatches } from './guardrails.ts';
import { type CompiledRule, compilePatterns, compileRules, findMatches, hide, type Match } from './match.ts';
import { type Wording, wordingOf } from './model/wording.ts';
import { isRehearsed, type Standing, standingOf } from './negation.ts';
import { type NormalisedText, normalise } from './normalise.ts';
import { EN } from './packs/en.ts';
import { ES } from './packs/es.ts';
import type { LanguagePack } from './packs/pack.ts';
import { buildSpeller } from './spelling.ts';
import { findTemperatures, type StatedTemperature } from './temperature.ts';

/** Version of the packs; stamped into every incident. Raise it with every change of what a text is judged to be. */
export const PACK_VERSION = '2026.2';

const PACKS: readonly LanguagePack[] = [EN, ES];
// A word that a pattern names is spelt right, however near it comes to another one.
const PATTERN_WORDS =
  JSON.stringify(PACKS.map((pack) => [pack.rules, pack.classes, pack.harmless])).match(/[a-z]{5,}/g) ?? [];
const respell = buildSpeller(PACKS, PATTERN_WORDS);
const RULES: readonly CompiledRule[] = PACKS.flatMap(compileRules);
const HARMLESS: readonly RegExp[] = PACKS.map((pack) => compilePatterns(pack.harmless, pack.classes));

/** Words that were recognised, and whether they are meant. */
export type Finding = Match & { readonly standing: Standing };

/** What a text says, before it is judged. */
export type Reading = {
  /** A drill, a test of the line, or thanks for work that was done. */
  readonly isRehearsed: boolean;
  /** Words of danger stand in a figure of speech or a compound that hides them from the rules. */
  readonly isFigurative: boolean;
  readonly normalised: NormalisedText;
  readonly findings: readonly Finding[];
  readonly language: 'en' | 'es';
  readonly temperatures: readonly StatedTemperature[];
  readonly wording: Wording;
};

function isRaising(code: ReasonCode): boolean {
  return CODES[code].tier !== 'P3' || CODES[code].weight === 0;
}

// What was left behind by something mended last month ("now the paint peels") is for the next business day.
function standsWhenPast(code: ReasonCode): boolean {
  return meaningOf(code).countsWhenPast === true || !isRaising(code);
}

/** What the packs recognise in a text, where, and whether it stands. */
export function recognise(text: string): Omit<Reading, 'language' | 'temperatures' | 'wording'> {
  const normalised = normalise(text, respell);
  const plain = HARMLESS.reduce(hide, normalised.text);
  const matches = RULES.flatMap((rule) => findMatches(rule, isRaising(rule.code) ? plain : normalised.text));
  const findings = [...matches, ...guardrailMatches(plain)].map((match) => ({
    ...match,
    standing: standingOf(normalised.text, match.start, match.end, standsWhenPast(match.code)),
  }));
  return {
    normalised,
    findings,
    isFigurative: plain !== normalised.text && (findings.length === 0 || hidesDanger(normalised.text, plain)),
    isRehearsed: isRehearsed(normalised.text),
  };
}

/** Whether a figure of speech or a compound hides words that would be P1 by themselves. */
function hidesDanger(text: string, plain: string): boolean {
  return RULES.some((rule) => {
    if (CODES[rule.code].tier !== 'P1') return false;
    const spoken = findMatches(rule, text).length;
    return spoken > 0 && spoken > findMatches(rule, plain).length;
  });
}

/** Reads a text with every pack and the model. */
export function readText(text: string): Reading {
  const recognised = recognise(text);
  const { normalised } = recognised;
  const language = languageOf(normalised.text);
  return {
    ...recognised,
    language,
    temperatures: findTemperatures(normalised.text, language),
    wording: wordingOf(text, recognised),
  };
}

const STOP_WORDS = {
  en: new Set(EN.stopWords),
  es: new Set(ES.stopWords),
} as const;

/** The language most words of a normalised text belong to; English when it cannot be told. */
function languageOf(text: string): 'en' | 'es' {
  let lead = 0;
  for (const word of text.split(' ')) lead += Number(STOP_WORDS.es.has(word)) - Number(STOP_WORDS.en.has(word));
  return lead > 0 ? 'es' : 'en';
}
