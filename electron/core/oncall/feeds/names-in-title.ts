import type { People, Person, Sureness } from './people.ts';
import { isAbsence, isBesideNames, type Segment } from './title-words.ts';

/** Whom the words of a title name. What could mean two people means nobody. */

export type Named = {
  /**
   * `one`: it is this person. `several`: the same words fit more than one. `unclear`: more than one is named, or one beside
   * a word that nobody here understands. `absent`: somebody is not on. `nobody`: no name.
   */
  readonly kind: 'one' | 'several' | 'unclear' | 'absent' | 'nobody';
  readonly ids: readonly string[];
  /** Segments of which every word is understood. */
  readonly understood: readonly Segment[];
  /** A word is left that could be a stranger's name. */
  readonly hasStranger: boolean;
};

/** A title with more words than these is no rota's; of so many people or readings, none is meant. */
const MOST_WORDS = 40;
const MOST_CANDIDATES = 500;
const MOST_HITS = 200;

type Hit = {
  readonly person: Person;
  readonly segment: number;
  readonly from: number;
  readonly to: number;
  readonly sureness: Sureness;
};

/** Names of properties and groups in words, by the first of these; they say where, not who. */
export type Places = ReadonlyMap<string, readonly (readonly string[])[]>;

export function namesIn(segments: readonly Segment[], people: People, places: Places): Named {
  const count = segments.reduce((sum, { words }) => sum + words.length, 0);
  if (count > MOST_WORDS) return { kind: 'unclear', ids: [], understood: [], hasStranger: true };
  const known = segments.map(({ words }) => knownWords(words, places));
  const found = segments.map((segment, at) => hitsIn(segment, at, known[at] ?? [], people));
  const all = found.flatMap((each) => each ?? []);
  if (found.includes(null) || all.length > MOST_HITS) {
    const ids = [...new Set(all.map(({ person }) => person.id))];
    return { kind: 'unclear', ids, understood: [], hasStranger: true };
  }
  const hits = best(all);
  const isNamed = (segment: number, word: number): boolean =>
    hits.some((hit) => hit.segment === segment && hit.from <= word && word < hit.to);
  const strangers = segments.map(({ words }, at) =>
    words.filter((_, word) => !known[at]?.[word] && !isNamed(at, word)),
  );
  const understood = segments.filter((_, at) => strangers[at]?.length === 0);
  const ids = [...new Set(hits.map(({ person }) => person.id))];
  const named = { ids, understood, hasStranger: strangers.some((words) => words.length > 0) };
  if (strangers.some((words) => words.some(isAbsence))) return { kind: 'absent', ...named };
  if (hits.length === 0) return { kind: 'nobody', ...named };
  // A strange word may be the rest of a stranger's name, or may say that this one is not on.
  if (named.hasStranger) return { kind: 'unclear', ...named };
  const spots = new Set(hits.map(({ segment, from }) => `${segment} ${from}`));
  if (ids.length > 1) return { kind: spots.size > 1 ? 'unclear' : 'several', ...named };
  return { kind: 'one', ...named };
}

/** Which words of a segment say when, what or where. */
function knownWords(words: readonly string[], places: Places): readonly boolean[] {
  const known = words.map(isBesideNames);
  for (const place of new Set(words.flatMap((word) => places.get(word) ?? []))) {
    for (let from = 0; place.length > 0 && from + place.length <= words.length; from += 1) {
      if (place.every((word, at) => words[from + at] === word)) known.fill(true, from, from + place.length);
    }
  }
  return known;
}

/** Null: too many people have a name like these words. */
function hitsIn({ words }: Segment, segment: number, known: readonly boolean[], people: People): readonly Hit[] | null {
  const candidates = new Set(words.flatMap((word) => people.byWord.get(word) ?? []));
  if (candidates.size > MOST_CANDIDATES) return null;
  const hits: Hit[] = [];
  for (const person of candidates) {
    for (const spelling of person.spellings) {
      const { length } = spelling.words;
      for (let from = 0; from + length <= words.length; from += 1) {
        // One word that also says when or where, or that somebody is not on, is no name by itself.
        if (spelling.sureness === 1 && (known[from] || isAbsence(words[from] ?? ''))) continue;
        if (spelling.words.every((word, at) => words[from + at] === word))
          hits.push({ person, segment, from, to: from + length, sureness: spelling.sureness });
      }
    }
  }
  return [...hits, ...shortened(words, segment, candidates), ...withMiddle(words, segment, candidates)];
}

/** "Aline Silva" where the list knows her as A. Silva. */
function shortened(words: readonly string[], segment: number, people: ReadonlySet<Person>): readonly Hit[] {
  const hits: Hit[] = [];
  for (const person of people) {
    for (const { words: name, sureness } of person.spellings) {
      if (sureness !== 4 || name.length !== 2 || !name.some((word) => word.length === 1)) continue;
      for (let from = 0; from + 2 <= words.length; from += 1) {
        const isIt = name.every((word, at) => {
          const here = words[from + at] ?? '';
          return word.length === 1 ? here.startsWith(word) && !isBesideNames(here) : here === word;
        });
        if (isIt) hits.push({ person, segment, from, to: from + 2, sureness: 2 });
      }
    }
  }
  return hits;
}

/** "Marcus A. Chen" where the list has no middle initial. */
function withMiddle(words: readonly string[], segment: number, people: ReadonlySet<Person>): readonly Hit[] {
  const hits: Hit[] = [];
  for (let from = 0; from + 3 <= words.length; from += 1) {
    if (words[from + 1]?.length !== 1) continue;
    for (const person of people) {
      const isIt = person.spellings.some(
        ({ words: name, sureness }) =>
          sureness >= 3 && name.length === 2 && name[0] === words[from] && name[1] === words[from + 2],
      );
      if (isIt) hits.push({ person, segment, from, to: from + 3, sureness: 3 });
    }
  }
  return hits;
}

/** Without those that lie within a longer one, or fit the same words less surely. */
function best(hits: readonly Hit[]): readonly Hit[] {
  const isWithin = (hit: Hit, other: Hit): boolean =>
    hit.segment === other.segment &&
    other.from <= hit.from &&
    hit.to <= other.to &&
    (hit.to - hit.from < other.to - other.from || hit.sureness < other.sureness);
  return hits.filter((hit) => !hits.some((other) => isWithin(hit, other)));
}
