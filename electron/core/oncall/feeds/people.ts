import { foldText } from '#core/portfolio';
import type { Responder } from '#shared/contract';
import { isBesideNames } from './title-words.ts';

/** How names are written, so that a title can be compared with them. */

/** How sure a way of writing is: all of a name; two parts of it; an initial and a part; one part. */
export type Sureness = 4 | 3 | 2 | 1;
type Spelling = { readonly words: readonly string[]; readonly sureness: Sureness };
export type Person = {
  readonly id: string;
  readonly phone: string | null;
  readonly spellings: readonly Spelling[];
  /** Every word of any spelling, once. */
  readonly words: readonly string[];
};

/** Everybody who may be named, to be found by any word of a name. */
export type People = {
  readonly all: readonly Person[];
  readonly byWord: ReadonlyMap<string, readonly Person[]>;
};

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

export function peopleOf(responders: readonly Pick<Responder, 'id' | 'name' | 'phone' | 'active'>[]): People {
  const all = responders
    .filter((each) => each.active)
    .map(({ id, name, phone }) => {
      const spellings = spellingsOf(name);
      return { id, phone, spellings, words: [...new Set(spellings.flatMap(({ words }) => words))] };
    });
  const byWord = new Map<string, Person[]>();
  for (const person of all) {
    for (const word of person.words) {
      byWord.set(word, [...(byWord.get(word) ?? []), person]);
    }
  }
  return { all, byWord };
}

/** Every way in which somebody is likely to write a name, the surest first. */
function spellingsOf(name: string): readonly Spelling[] {
  const whole = wordsOf(name).filter((word) => !SUFFIXES.has(word));
  const bare = whole.filter((word) => !isBesideNames(word));
  const long = bare.filter((word) => word.length > 1);
  const spellings: Spelling[] = [...turned(whole, 4), ...turned(bare, 4), ...turned(long, 4)];
  const [first, second] = bare;
  const last = bare.at(-1);
  if (first !== undefined && second !== undefined && last !== undefined && bare.length > 1) {
    // "Ana Silva Ruiz" is called Ana Silva or Ana Ruiz.
    for (const other of [second, last]) spellings.push(...turned([first, other], 3));
    const initial = first.slice(0, 1);
    for (const other of [second, last]) spellings.push(...turned([initial, other], 2));
  }
  for (const word of long) spellings.push({ words: [word], sureness: 1 });
  return spellings.filter(({ words, sureness }) => words.length > (sureness === 1 ? 0 : 1));
}

/** As it is spoken, and with what comes first put last, as lists are sorted. */
function turned(words: readonly string[], sureness: Sureness): readonly Spelling[] {
  const turns = words.slice(1).map((_, at) => [...words.slice(at + 1), ...words.slice(0, at + 1)]);
  return [words, ...turns].map((each) => ({ words: each, sureness }));
}

/** The words of a name, folded. */
export function wordsOf(name: string): readonly string[] {
  return (
    foldText(name)
      .replace(/['’`´]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
