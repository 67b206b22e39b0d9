import { allRows, findIncidents, type ReadDb } from '#core/store';
import type { PlaceMatch, Property, QueueRow, Resident, Responder, Unit } from '#shared/contract';
import { displayPhone } from '#shared/messages';

export type Found = {
  readonly kind: 'incident' | 'resident' | 'unit' | 'property' | 'responder';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
};

const MOST = 8;

/** Everything by name: incidents by number or place, residents, units, properties, responders by name or number. */
export function searchAll(db: ReadDb, text: string): readonly Found[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const has = (...fields: readonly (string | null)[]): boolean => {
    const all = plain(fields.filter((each) => each !== null).join(' '));
    return words.every((word) => all.includes(word));
  };
  const incidents = findIncidents(db, text.replace(/^#/, ''), MOST).map(
    (row: QueueRow): Found => ({
      kind: 'incident',
      id: row.id,
      title: `#${row.number} ${row.place}`,
      detail: `${row.tier} ${row.text}`,
    }),
  );
  const responders = allRows(db, 'responder')
    .filter((each: Responder) => has(each.name, each.company, each.phone))
    .slice(0, MOST)
    .map(
      (each): Found => ({
        kind: 'responder',
        id: each.id,
        title: each.name,
        detail: [each.company, each.phone && displayPhone(each.phone)].filter(Boolean).join(' · '),
      }),
    );
  const properties = allRows(db, 'property')
    .filter((each: Property) => has(each.name, each.address))
    .slice(0, MOST)
    .map((each): Found => ({ kind: 'property', id: each.id, title: each.name, detail: each.address }));
  const residents = allRows(db, 'resident')
    .filter((each: Resident) => has(each.name, each.phone))
    .slice(0, MOST)
    .map(
      (each): Found => ({
        kind: 'resident',
        id: each.id,
        title: each.name,
        detail: each.phone === null ? '' : displayPhone(each.phone),
      }),
    );
  return [...incidents, ...residents, ...properties, ...responders].slice(0, 4 * MOST);
}

/** Places that match every word typed: `maple 14b`. Without words, the properties. */
export function findPlaces(db: ReadDb, text: string): readonly PlaceMatch[] {
  const words = wordsOf(text);
  const properties = allRows(db, 'property').toSorted((a, b) => a.name.localeCompare(b.name));
  if (words.length === 0) return properties.map((property) => ({ property, unit: null, residents: [] }));
  const whole = properties
    .filter((each) => words.every((word) => plain(`${each.name} ${each.address}`).includes(word)))
    .map((property) => ({ property, unit: null, residents: [] }));
  const units = properties.flatMap((property) =>
    allRows(db, 'unit', { column: 'property_id', value: property.id })
      .filter((unit: Unit) => matchesUnit(words, property, unit))
      .map((unit) => ({ property, unit, residents: allRows(db, 'resident', { column: 'unit_id', value: unit.id }) })),
  );
  return [...units.slice(0, 20), ...whole].slice(0, 24);
}

/** Each word is in the property's name or begins the unit's label; at least one is about the unit. */
function matchesUnit(words: readonly string[], property: Property, unit: Unit): boolean {
  const name = plain(property.name);
  const label = plain(unit.label);
  return (
    words.every((word) => name.includes(word) || label.startsWith(word)) && words.some((word) => label.startsWith(word))
  );
}

function wordsOf(text: string): readonly string[] {
  return plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Lower case without accents: "Núñez" is found by "nunez". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
