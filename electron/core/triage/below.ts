import type { ReadDb } from '#core/store';
import type { BothLanguages, TriageLayer, TriagePlace } from '#shared/contract';
import { dayTrouble } from '#shared/triage';
import { layerAt, placesAbove, triagePlaces } from './layers.ts';

/** So many are named; whoever mends those finds the others by saving again. */
const MOST_NAMED = 5;

/**
 * What saving `after` would make wrong at the places below it: hours of their own that do not go together with those above
 * any more. Nothing could be saved there until somebody found out why. What was wrong before is not blamed on this change.
 */
export function troubleBelow(db: ReadDb, before: TriageLayer, after: TriageLayer): readonly BothLanguages[] {
  const broken = placesBelow(db, after.place).flatMap(({ place, name }) => {
    const own = layerAt(db, place);
    if (!saysHours(own) || troubleAt(db, own, before) !== null) return [];
    const why = troubleAt(db, own, after);
    return why === null ? [] : [{ en: `${name}: ${why.en}`, es: `${name}: ${why.es}` }];
  });
  const more = broken.length - MOST_NAMED;
  if (more <= 0) return broken;
  return [...broken.slice(0, MOST_NAMED), { en: `And ${more} more.`, es: `Y ${more} más.` }];
}

/** The places that say something of their own and to which what `place` says goes down. */
function placesBelow(db: ReadDb, place: string): readonly TriagePlace[] {
  const said = triagePlaces(db).filter((each) => each.version > 0 && each.place !== place);
  if (place === 'company') return said;
  return said.filter(({ kind, group }) => kind === 'property' && place === `group:${group}`);
}

function saysHours({ preset, numbers }: TriageLayer): boolean {
  return preset !== null || numbers.dayStart !== undefined || numbers.dayEnd !== undefined;
}

function troubleAt(db: ReadDb, own: TriageLayer, changed: TriageLayer): BothLanguages | null {
  const above = placesAbove(db, own.place) ?? [];
  return dayTrouble([...above.map((place) => (place === changed.place ? changed : layerAt(db, place))), own]);
}
