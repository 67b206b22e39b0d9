import { type Author, allRows, getRow, keepPolicyVersion, putRow, type ReadDb, type WriteDb } from '#core/store';
import {
  type Policy,
  type PolicyLayer,
  type PolicyPlace,
  type PolicyPlaceView,
  TIERS,
  type Tier,
} from '#shared/contract';
import { DEFAULT_LAYER, emptyPolicyLayer, policyInForce } from '#shared/escalation';

/** What one place says about ladders; empty where it says nothing, null where there is no such place. */
export function policyLayerAt(db: ReadDb, place: PolicyPlace): PolicyLayer | null {
  const name = nameOf(db, place);
  if (name === null) return null;
  return getRow(db, 'policy', place) ?? (place === 'company' ? DEFAULT_LAYER : emptyPolicyLayer(place, name));
}

/** What the places above one say, the farthest first. */
export function policyLayersAbove(db: ReadDb, place: PolicyPlace): readonly PolicyLayer[] {
  if (place === 'company') return [];
  const group = place.startsWith('property:') ? groupOf(db, place.slice('property:'.length)) : '';
  const places: readonly PolicyPlace[] = group === '' ? ['company'] : ['company', `group:${group}`];
  return places.flatMap((each) => policyLayerAt(db, each) ?? []);
}

/** The ladders in force at a property; the company's for one that is not known. */
export function policyAt(db: ReadDb, propertyId: string): Policy {
  const place = `property:${propertyId}` as const;
  const own = propertyId === '' ? null : policyLayerAt(db, place);
  if (own === null) return policyInForce([policyLayerAt(db, 'company') ?? DEFAULT_LAYER]);
  return policyInForce([...policyLayersAbove(db, place), own]);
}

/** Every place that may say something of its own: the company, then each group, then each property, by name. */
export function policyPlaces(db: ReadDb): readonly PolicyPlaceView[] {
  const of = (kind: PolicyPlaceView['kind'], place: PolicyPlace, name: string, group = ''): PolicyPlaceView => ({
    ...{ place, kind, name, group },
    version: getRow(db, 'policy', place)?.version ?? 0,
  });
  const properties = allRows(db, 'property').toSorted((a, b) => a.name.localeCompare(b.name));
  const groups = [...new Set(properties.map((each) => each.group ?? ''))].filter((name) => name !== '');
  return [
    of('company', 'company', ''),
    ...groups.toSorted((a, b) => a.localeCompare(b)).map((group) => of('group', `group:${group}`, group)),
    ...properties.map(({ id, name, group }) => of('property', `property:${id}`, name, group ?? '')),
  ];
}

/** Names of the properties whose ladder of a tier is what a place says, or would be if it said one. */
export function reachOf(db: ReadDb, place: PolicyPlace): Readonly<Record<Tier, readonly string[]>> {
  const below = allRows(db, 'property')
    .filter(({ id, group }) => place === 'company' || place === `property:${id}` || place === `group:${group ?? ''}`)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const says = (at: string, tier: Tier): boolean => getRow(db, 'policy', at)?.ladders[tier] !== undefined;
  const isNearer = (tier: Tier, { id, group }: (typeof below)[number]): boolean => {
    if (place === `property:${id}`) return false;
    const byGroup = place === 'company' && (group ?? '') !== '' && says(`group:${group}`, tier);
    return byGroup || says(`property:${id}`, tier);
  };
  const [P1, P2, P3] = TIERS.map((tier) => below.filter((each) => !isNearer(tier, each)).map(({ name }) => name));
  return { P1: P1 ?? [], P2: P2 ?? [], P3: P3 ?? [] };
}

/** Writes a signed version: what holds now with its line in the log, and the version to be looked up later. */
export function keepPolicyLayer(db: WriteDb, layer: PolicyLayer, author: Author): void {
  putRow(db, 'policy', layer, author);
  keepPolicyVersion(db, layer);
}

function nameOf(db: ReadDb, place: PolicyPlace): string | null {
  if (place === 'company') return DEFAULT_LAYER.name;
  const [kind, name] = [place.slice(0, place.indexOf(':')), place.slice(place.indexOf(':') + 1)];
  if (kind === 'property') return getRow(db, 'property', name)?.name ?? null;
  return allRows(db, 'property').some((each) => each.group === name) ? name : null;
}

function groupOf(db: ReadDb, propertyId: string): string {
  return getRow(db, 'property', propertyId)?.group ?? '';
}
