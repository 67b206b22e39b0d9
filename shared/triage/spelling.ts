import type { Respell } from './normalise.ts';

/** True when one letter was added, dropped, changed or swapped with its neighbour. */
export function isOneSlipAway(typed: string, meant: string): boolean {
  const [short, long] = typed.length <= meant.length ? [typed, meant] : [meant, typed];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length !== short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_letter, index) => word.slice(0, index) + word.slice(index + 1));
}

// Short words have too many neighbours that mean something else (heat, head, hear).
const SHORTEST_CORRECTED = 5;

type Dictionary = {
  readonly spellings: Readonly<Record<string, string>>;
  readonly vocabulary: readonly string[];
  readonly lookalikes: readonly string[];
};

/**
 * Builds the speller from the packs: listed spellings first, then correction of one slip to a word of the vocabulary.
 *
 * The first letter must be right, and a word that is itself in a list is never changed. Two words one slip apart share
 * a form with one letter less, so a look-up replaces comparing with the whole vocabulary.
 */
export function buildSpeller(dictionaries: readonly Dictionary[], wellSpelt: readonly string[]): Respell {
  const spellings = new Map<string, string>(dictionaries.flatMap((one) => Object.entries(one.spellings)));
  const known = new Set([...wellSpelt, ...dictionaries.flatMap((one) => [...one.vocabulary, ...one.lookalikes])]);
  const byForm = new Map<string, string[]>();
  for (const word of dictionaries.flatMap((one) => one.vocabulary)) {
    if (word.length < SHORTEST_CORRECTED) continue;
    for (const form of new Set([word, ...withoutOneLetter(word)])) {
      byForm.set(form, [...(byForm.get(form) ?? []), word]);
    }
  }
  const correct = (typed: string): string => {
    if (typed.length < SHORTEST_CORRECTED || typed.length > 20) return typed;
    for (const form of [typed, ...withoutOneLetter(typed)]) {
      const meant = byForm.get(form)?.find((word) => word[0] === typed[0] && isOneSlipAway(typed, word));
      if (meant !== undefined) return meant;
    }
    return typed;
  };
  return (word) => spellings.get(word) ?? (known.has(word) || !/^[a-z]+$/.test(word) ? word : correct(word));
}
