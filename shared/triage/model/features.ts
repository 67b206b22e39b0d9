import { CONCEPTS_OF } from './concepts.ts';

/**
 * What the statistical model sees of a text: its words, pairs of near words, pieces of words, and the concepts the words
 * stand for (a "busted" pipe and a "tubo reventado" share one). A feature is two hashes of its name: where its weights
 * lie, and a check that says whether they are its own. Each has the words it came from, so that a verdict can show them.
 */
export type Feature = {
  readonly place: number;
  readonly check: number;
  /** Indices of the first and the last word; -1 for what stands in no word of its own. */
  readonly from: number;
  readonly to: number;
};

/** A word of a normalised text (see `normalise.ts`) with where it stands. */
export type Word = { readonly form: string; readonly start: number; readonly end: number };

const PIECE_LENGTHS = [3, 4, 5] as const;
const NOWHERE = -1;
/** Words from the first to the second of a pair. */
const FARTHEST_WORD = 4;
const FARTHEST_CONCEPT = 6;
/** Words a negation reaches over. */
const REACH = 4;

const NEGATION = new Set(
  (
    'no not never without isnt arent aint doesnt dont didnt wasnt werent hasnt havent cant couldnt wont nothing nobody ' +
    'sin nunca jamas ni tampoco nada nadie'
  ).split(' '),
);

/** Numbers by size: 52 and 54 mean the same to a reader, 4 and 52 do not. */
function formOf(word: string): string {
  if (!/^\d/.test(word)) return word;
  const size = Number.parseFloat(word);
  if (size < 10) return '#1';
  if (size < 40) return '#2';
  if (size < 56) return '#3';
  if (size < 70) return '#4';
  return size < 120 ? '#5' : '#6';
}

/** The words of a normalised text. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[^ ]+/g), (match) => ({
    form: formOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** FNV-1a and a multiplicative hash of one name, 32 bit each, both in the public domain, mixed so that low bits serve. */
function hashes(name: string): { place: number; check: number } {
  let place = 0x811c9dc5;
  let check = 5381;
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    place = Math.imul(place ^ unit, 0x01000193);
    check = (Math.imul(check, 33) + unit) | 0;
  }
  place ^= place >>> 15;
  check = Math.imul(check ^ (check >>> 16), 0x45d9f3b);
  return { place: place >>> 0, check: ((check ^ (check >>> 13)) >>> 0) & 0xffff };
}

const STOPS = new Set(['.', '?', ',']);

/** The features of a text, each once; `recognised`: what the rules made of it, as names of the caller's. */
export function featuresOf(words: readonly Word[], recognised: readonly string[]): readonly Feature[] {
  const found = new Map<string, Feature>();
  const add = (name: string, from: number, to = from): void => {
    if (!found.has(name)) found.set(name, { ...hashes(name), from, to });
  };
  for (const name of recognised) add(`r ${name}`, NOWHERE);
  let reach = 0;
  for (const [index, { form }] of words.entries()) {
    if (STOPS.has(form)) {
      reach = 0;
      if (form === '?') add('w ?', index);
      continue;
    }
    addWord(form, index, reach > 0, add);
    reach = NEGATION.has(form) ? REACH : reach - 1;
    addPairs(words, index, add);
  }
  return [...found.values()];
}

type Add = (name: string, from: number, to?: number) => void;

function addWord(form: string, index: number, isNegated: boolean, add: Add): void {
  add(`w ${form}`, index);
  if (isNegated) add(`n ${form}`, index);
  const marked = `<${form}>`;
  for (const length of PIECE_LENGTHS)
    for (let at = 0; at + length <= marked.length; at += 1) add(`p ${marked.slice(at, at + length)}`, index);
  for (const concept of CONCEPTS_OF.get(form) ?? []) {
    add(`c ${concept}`, index);
    if (isNegated) add(`m ${concept}`, index);
  }
}

/** Pairs with what follows, up to the end of the sentence; a comma counts as a word. */
function addPairs(words: readonly Word[], index: number, add: Add): void {
  const form = words[index]?.form ?? '';
  const concepts = CONCEPTS_OF.get(form) ?? [];
  for (let ahead = 1; ahead <= FARTHEST_CONCEPT; ahead += 1) {
    const other = words[index + ahead]?.form;
    if (other === undefined || other === '.' || other === '?') break;
    if (ahead <= FARTHEST_WORD) add(`${ahead === 1 ? 'b' : 's'} ${form} ${other}`, index, index + ahead);
    for (const one of concepts)
      for (const two of CONCEPTS_OF.get(other) ?? [])
        if (one !== two) add(one < two ? `d ${one} ${two}` : `d ${two} ${one}`, index, index + ahead);
  }
}
