import { type Author, allRows, getRow, putRow, type ReadDb, type WriteDb } from '#core/store';
import { TriageLayer, type TriagePlace, type TriageRules } from '#shared/contract';
import { resolveRules } from '#shared/triage';

/** Where triage settings are kept: one row of settings per place that says something of its own. */
const rowId = (place: string): string => `triage ${place}`;

/** A place that says nothing of its own. */
export function emptyLayer(place: string): TriageLayer {
  return { place, version: 0, signedBy: null, preset: null, numbers: {}, cards: {}, phrases: [] };
}

/** What one place says of its own; empty where it says nothing. */
export function layerAt(db: ReadDb, place: string): TriageLayer {
  const row = getRow(db, 'setting', rowId(place));
  return row === null ? emptyLayer(place) : TriageLayer.parse(row.value);
}

/** The places whose word counts at a property, the farthest first: company, its group, itself. */
export function placesOf(db: ReadDb, propertyId: string | null): readonly string[] {
  const property = propertyId === null || propertyId === '' ? null : getRow(db, 'property', propertyId);
  if (property === null) return ['company'];
  const group = property.group ?? '';
  return ['company', ...(group === '' ? [] : [`group:${group}`]), `property:${property.id}`];
}

/** The cards, numbers and phrases in force at a property; the company's where there is none. */
export function rulesAt(db: ReadDb, propertyId: string | null): TriageRules {
  return resolveRules(placesOf(db, propertyId).map((place) => layerAt(db, place)));
}

/** The places that stand above one, the farthest first; null for a place that does not exist. */
export function placesAbove(db: ReadDb, place: string): readonly string[] | null {
  if (place === 'company') return [];
  const [kind, name] = splitPlace(place);
  if (kind === 'group') return groupsOf(db).includes(name) ? ['company'] : null;
  return getRow(db, 'property', name) === null ? null : placesOf(db, name).slice(0, -1);
}

/** Every place that may say something of its own: the company, then each group, then each property, by name. */
export function triagePlaces(db: ReadDb): readonly TriagePlace[] {
  const of = (kind: TriagePlace['kind'], place: string, name: string, group = ''): TriagePlace => ({
    place,
    kind,
    name,
    group,
    version: layerAt(db, place).version,
  });
  const properties = allRows(db, 'property').toSorted((a, b) => a.name.localeCompare(b.name));
  return [
    of('company', 'company', ''),
    ...groupsOf(db).map((group) => of('group', `group:${group}`, group)),
    ...properties.map(({ id, name, group }) => of('property', `property:${id}`, name, group ?? '')),
  ];
}

function groupsOf(db: ReadDb): readonly string[] {
  const names = allRows(db, 'property').map(({ group }) => group ?? '');
  return [...new Set(names)].filter((name) => name !== '').toSorted((a, b) => a.localeCompare(b));
}

function splitPlace(place: string): readonly [kind: string, name: string] {
  const at = place.indexOf(':');
  return [place.slice(0, at), place.slice(at + 1)];
}

/** Writes what a place says, with its line in the log. */
export function keepLayer(db: WriteDb, layer: TriageLayer, author: Author): void {
  putRow(db, 'setting', { id: rowId(layer.place), value: layer }, author);
}
