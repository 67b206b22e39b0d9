import { normalise } from './normalise.ts';

const asTyped = (word: string): string => word;

/** Where a company's own words stand in a normalised text: whole words in their order, whatever case and accents. */
export function phraseMatches(
  text: string,
  words: string,
): readonly { readonly start: number; readonly end: number }[] {
  const wanted = normalise(words, asTyped).text.replace(/^[ .?,]+|[ .?,]+$/g, '');
  if (wanted === '') return [];
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(` ${wanted} `); at >= 0; at = text.indexOf(` ${wanted} `, at + 1))
    found.push({ start: at + 1, end: at + 1 + wanted.length });
  return found;
}
