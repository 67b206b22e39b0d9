import type { TriageNumbers, WallTime } from '#shared/contract';
import { coldInsideF } from './circumstances.ts';

const celsius = (fahrenheit: number): string => String(Math.round(((fahrenheit - 32) * 5) / 9));

/** The words of a card with the numbers in force put in: `{coldInsideF}`, `{coldInsideC}`, `{hotInsideF}`, `{hotInsideC}`. */
export function withNumbers(words: string, numbers: TriageNumbers, wallTime?: WallTime): string {
  const cold = coldInsideF(numbers, wallTime);
  return words
    .replaceAll('{coldInsideF}', String(cold))
    .replaceAll('{coldInsideC}', celsius(cold))
    .replaceAll('{hotInsideF}', String(numbers.hotInsideF))
    .replaceAll('{hotInsideC}', celsius(numbers.hotInsideF));
}
