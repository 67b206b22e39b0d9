import { type Asked, type Match, matchTitle } from '../match-title.ts';
import type { Places } from '../names-in-title.ts';
import { peopleOf, wordsOf } from '../people.ts';
import type { Names } from './names.ts';

/** Whom each title means; the answers stand as the questions do. */
export function matchAll(asked: readonly Asked[], names: Names): readonly Match[] {
  const match = matcher(names);
  return asked.map(match);
}

export function matcher({ responders, places: written }: Names): (asked: Asked) => Match {
  const people = peopleOf(responders);
  const places: Places = placesByWord(written);
  return (asked) => matchTitle(asked, people, places);
}

function placesByWord(written: readonly string[]): Places {
  const places = new Map<string, (readonly string[])[]>();
  for (const name of written) {
    const words = wordsOf(name);
    const [first] = words;
    if (first === undefined) continue;
    const others = places.get(first);
    if (others === undefined) places.set(first, [words]);
    else others.push(words);
  }
  return places;
}
