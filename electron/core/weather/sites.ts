import type { Property } from '#shared/contract';
import { cellOf } from '#shared/weather';

/** Properties that have one weather: a cell of the map, or a zone where nobody has entered coordinates. */
export type Site = {
  /** What its modes are kept under. */
  readonly key: string;
  readonly cell: string | null;
  /** Entered by a person; null: whatever the service says of the cell. */
  readonly zone: string | null;
  readonly propertyIds: readonly string[];
};

/** Null for a property that nobody has placed. */
export function siteKeyOf({ coordinates, weatherZone }: Pick<Property, 'coordinates' | 'weatherZone'>): string | null {
  const cell = coordinates ? cellOf(coordinates) : null;
  if (cell === null && !weatherZone) return null;
  return [cell, weatherZone].filter(Boolean).join(' ');
}

export function sitesOf(properties: readonly Property[]): ReadonlyMap<string, Site> {
  const sites = new Map<string, Site>();
  for (const property of properties) {
    const key = siteKeyOf(property);
    if (key === null) continue;
    const { coordinates, weatherZone } = property;
    const propertyIds = [...(sites.get(key)?.propertyIds ?? []), property.id];
    sites.set(key, { key, cell: coordinates ? cellOf(coordinates) : null, zone: weatherZone ?? null, propertyIds });
  }
  return sites;
}

/** More zones than this make an address that is too long to ask with. */
const MOST_ZONES = 100;

/** Zones that are asked about together; those of one site always are. */
export function packZones(ofSites: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const packs: Set<string>[] = [];
  const wanted = new Map(ofSites.filter((zones) => zones.length > 0).map((zones) => [zones.join(), zones]));
  for (const key of [...wanted.keys()].toSorted()) {
    const zones = wanted.get(key) ?? [];
    const last = packs.at(-1);
    const isRoom = last && new Set([...last, ...zones]).size <= MOST_ZONES;
    if (isRoom) for (const zone of zones) last.add(zone);
    else packs.push(new Set(zones));
  }
  return packs.map((pack) => [...pack].toSorted());
}
