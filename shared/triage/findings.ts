import { CODES, meaningOf, type ReasonCode } from './codes.ts';
import { guardrailMatches } from './guardrails.ts';
import { type CompiledRule, compilePatterns, compileRules, findMatches, hide, type Match } from './match.ts';
import { type Wording, wordingOf } from './model/wording.ts';
import { type Standing, standingOf } from './negation.ts';
import { type NormalisedText, normalise } from './normalise.ts';
import { EN } from './packs/en.ts';
import { ES } from './packs/es.ts';
import type { LanguagePack } from './packs/pack.ts';
import { buildSpeller } from './spelling.ts';
import { findTemperatures, type StatedTemperature } from './temperature.ts';

/** Version of the packs; stamped into every incident. Raise it with every change of what a text is judged to be. */
export const PACK_VERSION = '2026.1';

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
export function recognise(text: string): Pick<Reading, 'normalised' | 'findings'> {
  const normalised = normalise(text, respell);
  const plain = HARMLESS.reduce(hide, normalised.text);
  const matches = RULES.flatMap((rule) => findMatches(rule, isRaising(rule.code) ? plain : normalised.text));
  const findings = [...matches, ...guardrailMatches(plain)].map((match) => ({
    ...match,
    standing: standingOf(normalised.text, match.start, match.end, standsWhenPast(match.code)),
  }));
  return { normalised, findings };
}

/** Reads a text with every pack and the model. */
export function readText(text: string): Reading {
  const { normalised, findings } = recognise(text);
  const language = languageOf(normalised.text);
  return {
    normalised,
    findings,
    language,
    temperatures: findTemperatures(normalised.text, language),
    wording: wordingOf(text, findings),
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
