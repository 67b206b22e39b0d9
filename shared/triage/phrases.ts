import type { CompanyPhrase, TriageRules } from '#shared/contract';
import { type NormalisedText, normalise, originalSpan } from './normalise.ts';

const asTyped = (word: string): string => word;

/** A company's own words found in a text; `start` and `end` are places in the text as typed. */
export type PhraseMatch = { readonly phrase: CompanyPhrase; readonly start: number; readonly end: number };

/** The words of a phrase as they are looked for: whole words, no case, accents or punctuation; empty where none is left. */
export function wantedWords(words: string): string {
  return normalise(words, asTyped).text.replace(/^[ .?,]+|[ .?,]+$/g, '');
}

/** Phrases are the same for every text until somebody saves others. */
const WANTED = new WeakMap<TriageRules, readonly { readonly phrase: CompanyPhrase; readonly wanted: string }[]>();

/** Where the company's phrases stand in a text whose words were left as typed, whatever the speller would make of them. */
export function phraseMatches(plain: NormalisedText, rules: TriageRules): readonly PhraseMatch[] {
  const known = WANTED.get(rules) ?? rules.phrases.map((phrase) => ({ phrase, wanted: wantedWords(phrase.words) }));
  WANTED.set(rules, known);
  return known.flatMap(({ phrase, wanted }) => {
    const found: PhraseMatch[] = [];
    if (wanted === '') return found;
    for (let at = plain.text.indexOf(` ${wanted} `); at >= 0; at = plain.text.indexOf(` ${wanted} `, at + 1))
      found.push({ phrase, ...originalSpan(plain, at + 1, at + 1 + wanted.length) });
    return found;
  });
}
