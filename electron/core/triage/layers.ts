import { type Author, getRow, putRow, type ReadDb, type WriteDb } from '#core/store';
import { TriageLayer, type TriageRules } from '#shared/contract';
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

/** Writes what a place says, with its line in the log. */
export function keepLayer(db: WriteDb, layer: TriageLayer, author: Author): void {
  putRow(db, 'setting', { id: rowId(layer.place), value: layer }, author);
}
