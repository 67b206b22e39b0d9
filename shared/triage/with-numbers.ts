import type { BothLanguages, CardWords, Category, TriageNumbers, TriageRules, WallTime } from '#shared/contract';
import { coldInsideF } from './circumstances.ts';

/** Degrees Celsius, rounded to whole ones as people say them. */
export function celsiusOf(fahrenheit: number): number {
  return Math.round(((fahrenheit - 32) * 5) / 9);
}

/** The words of a card with the numbers in force put in: `{coldInsideF}`, `{coldInsideC}`, `{hotInsideF}`, `{hotInsideC}`. */
export function withNumbers(words: string, numbers: TriageNumbers, wallTime?: WallTime): string {
  const cold = coldInsideF(numbers, wallTime);
  return words
    .replaceAll('{coldInsideF}', String(cold))
    .replaceAll('{coldInsideC}', String(celsiusOf(cold)))
    .replaceAll('{hotInsideF}', String(numbers.hotInsideF))
    .replaceAll('{hotInsideC}', String(celsiusOf(numbers.hotInsideF)));
}

/** The same in both languages. */
export function bothWithNumbers({ en, es }: BothLanguages, numbers: TriageNumbers, wallTime?: WallTime): BothLanguages {
  return { en: withNumbers(en, numbers, wallTime), es: withNumbers(es, numbers, wallTime) };
}

/** What the card of a category has ready to be said, with the numbers in force put in. */
export function cardWords({ cards, numbers }: TriageRules, category: Category, wallTime?: WallTime): CardWords {
  const { advice, photos, identityRule } = cards[category];
  const filled = (words: BothLanguages): BothLanguages => bothWithNumbers(words, numbers, wallTime);
  return {
    advice: advice.map(filled),
    photos: photos && filled(photos),
    identityRule: identityRule && filled(identityRule),
  };
}
