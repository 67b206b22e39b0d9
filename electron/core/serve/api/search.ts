import { allRows, findIncidents, getRow, type ReadDb } from '#core/store';
import type { PlaceMatch, Property, QueueRow, Resident, Responder, SearchHit, Unit } from '#shared/contract';
import { displayPhone } from '#shared/messages';

const MOST = 8;

/** Everything by name: incidents by number or place, residents, units, properties and responders by name or number. */
export function searchAll(db: ReadDb, text: string): readonly SearchHit[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const has = (...fields: readonly (string | null)[]): boolean => {
    const all = plain(fields.filter((each) => each !== null).join(' '));
    return words.every((word) => all.includes(word));
  };
  const incidents = findIncidents(db, text.replace(/^#/, ''), MOST).map((row: QueueRow) =>
    hit('incident', row.id, `#${row.number} ${row.place}`, `${row.tier} ${row.text}`),
  );
  const responders = allRows(db, 'responder')
    .filter((each: Responder) => has(each.name, each.company, each.phone))
    .slice(0, MOST)
    .map(({ id, name, company, phone }) => {
      const detail = [company, phone && displayPhone(phone)].filter(Boolean).join(' · ');
      return { ...hit('responder', id, name, detail), phone };
    });
  const properties = allRows(db, 'property')
    .filter((each: Property) => has(each.name, each.address))
    .slice(0, MOST)
    .map((each) => hit('property', each.id, each.name, each.address));
  const units = unitsNamed(db, words)
    .slice(0, MOST)
    .map(({ property, unit, residents }) => ({
      ...hit('unit', unit.id, `${property.name} ${unit.label}`, residents.map((each) => each.name).join(', ')),
      report: { ...EMPTY_REPORT, propertyId: property.id, unitId: unit.id },
    }));
  const residents = allRows(db, 'resident')
    .filter((each: Resident) => has(each.name, each.phone))
    .slice(0, MOST)
    .map((each) => ({
      ...hit('resident', each.id, each.name, each.phone === null ? '' : displayPhone(each.phone)),
      report: reportOf(db, each),
    }));
  return [...incidents, ...units, ...residents, ...properties, ...responders].slice(0, 4 * MOST);
}

function hit(kind: SearchHit['kind'], id: string, title: string, detail: string): SearchHit {
  return { kind, id, title, detail, report: null, phone: null };
}

const EMPTY_REPORT = {
  propertyId: null,
  unitId: null,
  residentId: null,
  callerName: '',
  callerPhone: '',
  language: null,
} as const satisfies SearchHit['report'];

/** What a report begins with when this resident calls. */
function reportOf(db: ReadDb, { id, unitId, name, phone, language }: Resident): SearchHit['report'] {
  const propertyId = getRow(db, 'unit', unitId)?.propertyId ?? null;
  return { propertyId, unitId, residentId: id, callerName: name, callerPhone: phone ?? '', language };
}

/** Places that match every word typed: `maple 14b`. Without words, the properties. */
export function findPlaces(db: ReadDb, text: string): readonly PlaceMatch[] {
  const words = wordsOf(text);
  const properties = allRows(db, 'property').toSorted((a, b) => a.name.localeCompare(b.name));
  if (words.length === 0) return properties.map((property) => ({ property, unit: null, residents: [] }));
  const whole = properties
    .filter((each) => words.every((word) => plain(`${each.name} ${each.address}`).includes(word)))
    .map((property) => ({ property, unit: null, residents: [] }));
  const units = unitsNamed(db, words);
  return [...units.slice(0, 20), ...whole].slice(0, 24);
}

/** Residents whose name, number or unit has every word; without words the first by name. */
export function findResidents(db: ReadDb, text: string, most: number): readonly Resident[] {
  const words = wordsOf(text);
  const named = allRows(db, 'resident').filter((each) => {
    const all = plain(`${each.name} ${each.phone ?? ''}`);
    return words.every((word) => all.includes(word));
  });
  const found = [...(words.length === 0 ? [] : unitsNamed(db, words).flatMap((unit) => unit.residents)), ...named];
  const distinct = [...new Map(found.map((each) => [each.id, each])).values()];
  return distinct.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, most);
}

type NamedUnit = { readonly property: Property; readonly unit: Unit; readonly residents: readonly Resident[] };

/** Units that match every word, with who lives there, in the order of their properties' names. */
function unitsNamed(db: ReadDb, words: readonly string[]): readonly NamedUnit[] {
  return allRows(db, 'property')
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((property) =>
      allRows(db, 'unit', { column: 'property_id', value: property.id })
        .filter((unit) => matchesUnit(words, property, unit))
        .map((unit) => ({
          property,
          unit,
          residents: allRows(db, 'resident', { column: 'unit_id', value: unit.id }),
        })),
    );
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

/** The ten digits that tell one line from another, however a softphone writes them; null for less. */
function lineOf(number: string): string | null {
  const digits = number.replace(/\D/g, '');
  return digits.length < 10 ? null : digits.slice(-10);
}

/** The property whose number was called; null where it is that of none. */
export function propertyCalled(db: ReadDb, number: string): Property | null {
  const line = lineOf(number);
  if (line === null) return null;
  const isIt = ({ calledNumber }: Property): boolean => calledNumber !== null && lineOf(calledNumber) === line;
  return allRows(db, 'property').find(isIt) ?? null;
}
