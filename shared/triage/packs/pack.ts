import type { Language } from '#shared/contract';
import type { ReasonCode } from '../codes.ts';

/**
 * Patterns of one code in one language.
 *
 * They are read against normalised text (see `normalise.ts`): lower case, no accents, no apostrophes, one space
 * between words, `.` `?` `,` as words of their own. A pattern is a regular expression over whole words, plus
 *   `<name>`  a word class of the pack
 *   ` ~ `     up to 3 words between, ` ~~ ` up to 8; never across the end of a sentence, never over a negation
 *   ` && `    both sides in either order, up to 8 words apart (top level only)
 */
export type PackRule = {
  readonly code: ReasonCode;
  readonly patterns: readonly string[];
  /** The rule is silent in a sentence that matches one of these. */
  readonly unless?: readonly string[];
  /** The rule is silent when any sentence of the text matches one of these. */
  readonly unlessAnywhere?: readonly string[];
};

/** One language as data. All packs are applied to every text, because residents mix languages. */
export type LanguagePack = {
  readonly language: Language;
  /** Words that tell this language from the other ones. */
  readonly stopWords: readonly string[];
  /** Word classes; a class may use other classes. */
  readonly classes: Readonly<Record<string, string>>;
  /** Texting and phonetic spellings of one word, to the words meant. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Words to which a word one slip away is corrected. */
  readonly vocabulary: readonly string[];
  /** Words one slip away from the vocabulary that mean something else. */
  readonly lookalikes: readonly string[];
  /** Figures of speech and compounds that hide their words from the rules of P1 and P2. */
  readonly harmless: readonly string[];
  readonly rules: readonly PackRule[];
};

/** Reads `typed>meant` pairs parted by blanks; `_` in the meaning stands for a blank. */
export function spellingTable(pairs: string): Readonly<Record<string, string>> {
  const entries = pairs
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('>'));
  return Object.fromEntries(entries.map(([typed = '', meant = '']) => [typed, meant.replaceAll('_', ' ')]));
}
