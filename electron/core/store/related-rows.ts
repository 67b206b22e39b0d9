import type { Category, QueueRow, RelatedView } from '#shared/contract';
import type { IncidentState } from '#shared/incident';
import type { ReadDb } from './connection.ts';

/** Reports of one trouble come within this of each other. */
const WITHIN_MS = 2 * 60 * 60_000;
/** So many units of one house with one trouble are one trouble of the house. */
const UNITS_OF_A_BUILDING = 3;
const MOST = 200;

type Found = { readonly body: string; readonly unitId: string | null; readonly firstContactAt: number };

/** What an incident may be one with: open ones of its property that stand on their own, soonest reported first. */
export function relatedTo(db: ReadDb, state: IncidentState): RelatedView {
  const { propertyId, unitId } = state.place;
  const found = db
    .all<Found>(
      `SELECT queue_row AS body, unit_id AS unitId, first_contact_at AS firstContactAt FROM incident
       WHERE property_id = ? AND is_open = 1 AND part_of IS NULL AND id <> ? ORDER BY first_contact_at LIMIT ?`,
      propertyId,
      state.id,
      MOST,
    )
    .map(({ body, ...at }) => ({ ...at, row: JSON.parse(body) as QueueRow })); // written by commit
  const isAlike = (each: (typeof found)[number], category: Category): boolean =>
    each.row.category === category && Math.abs(each.firstContactAt - state.firstContactAt) <= WITHIN_MS;
  const alike = found.filter((each) => isAlike(each, state.category));
  const repeats = unitId === null ? [] : alike.filter((each) => each.unitId === unitId);
  const neighbours = alike.filter((each) => !repeats.includes(each));
  const units = new Set([unitId, ...neighbours.map((each) => each.unitId)].filter((each) => each !== null));
  const isBuilding = units.size + state.parts.length >= UNITS_OF_A_BUILDING;
  const building = isBuilding ? neighbours : [];
  return {
    repeats: repeats.map((each) => each.row),
    building: building.map((each) => each.row),
    others: found.filter((each) => !repeats.includes(each) && !building.includes(each)).map((each) => each.row),
  };
}
