import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TIERS, type Verdict } from '#shared/contract';
import { classify } from '#shared/triage';
import { readSentences } from '../../build/triage/read-sentences.ts';
import { UNSEEN } from '../triage-scores.ts';

/** What may be changed about a report without changing the trouble. */
const SENTENCES = readSentences(UNSEEN).filter((_, index) => index % 4 === 0);

/** Judged once: each change is held against the same words. */
const PLAIN = new Map(SENTENCES.map(({ text }) => [text, classify(text, {})]));
const plain = (text: string): Verdict => PLAIN.get(text) ?? classify(text, {});

const rank = (verdict: Verdict): number => TIERS.indexOf(verdict.tier);

/** Sentences whose tier a change of theirs changes. */
function changed(change: (text: string) => string): readonly string[] {
  return SENTENCES.filter(({ text }) => plain(text).tier !== classify(change(text), {}).tier).map(({ text }) => text);
}

describe('the tier never changes with', () => {
  test.each<readonly [string, (text: string) => string]>([
    ['capital letters', (text) => text.toUpperCase()],
    ['dropped accents', (text) => text.normalize('NFD').replace(/\p{M}/gu, '')],
    ['thanks', (text) => `${text} thank you`],
    ['thanks in Spanish', (text) => `${text} gracias`],
  ])('%s', (_name, change) => {
    expect(changed(change)).toEqual([]);
  });
});

// Where a sentence is on the very edge, taking out a comma's worth of words can tip it; never more than one in two hundred.
describe('the tier hardly ever changes with', () => {
  test.each<readonly [string, (text: string) => string]>([
    ['a name', (text) => `${text} - Maria Lopez`],
    ['a name before', (text) => `This is John Carter, ${text}`],
    ['an apartment number', (text) => `${text} apt 4B`],
    ['a unit before', (text) => `Unit 212: ${text}`],
  ])('%s', (_name, change) => {
    expect(changed(change).length).toBeLessThanOrEqual(SENTENCES.length / 200);
  });
});

test('a ceiling that comes down lowers nothing', () => {
  const lowered = SENTENCES.filter(
    ({ text }) => rank(classify(`${text}. The ceiling is coming down`, {})) > rank(plain(text)),
  );
  expect(lowered.map(({ text }) => text)).toEqual([]);
});

test('a slip in a long word raises, asks, or changes nothing, but for one in a hundred', () => {
  const slips = fc.sample(
    fc.record({
      sentence: fc.constantFrom(...SENTENCES),
      word: fc.nat(40),
      at: fc.nat(12),
      letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      kind: fc.constantFrom('drop', 'add', 'change', 'swap'),
    }),
    { numRuns: 1_000, seed: 20_261_126 },
  );
  const lowered = slips.filter(({ sentence, ...slip }) => {
    const typed = slipped(sentence.text, slip);
    const before = plain(sentence.text);
    const after = classify(typed, {});
    return rank(after) > rank(before) && after.question === null;
  });
  expect(lowered.length).toBeLessThanOrEqual(slips.length / 100);
});

type Slip = {
  readonly word: number;
  readonly at: number;
  readonly letter: string;
  readonly kind: 'drop' | 'add' | 'change' | 'swap';
};

/** The text with one slip in a word of five letters or more, never in its first. */
function slipped(text: string, { word, at, letter, kind }: Slip): string {
  const words = [...text.matchAll(/\p{L}{5,}/gu)];
  const chosen = words[word % Math.max(1, words.length)];
  if (chosen === undefined) return text;
  const place = chosen.index + 1 + (at % (chosen[0].length - 1));
  const [before, after] = [text.slice(0, place), text.slice(place + 1)];
  switch (kind) {
    case 'drop':
      return before + after;
    case 'add':
      return before + letter + text.slice(place);
    case 'change':
      return before + letter + after;
    case 'swap':
      return text.slice(0, place - 1) + text.charAt(place) + text.charAt(place - 1) + after;
  }
}
