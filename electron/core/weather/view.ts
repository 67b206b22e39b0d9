import type { Store } from '#core/store';
import type { Instant, Property, WeatherPlace, WeatherView } from '#shared/contract';
import type { Memory } from './memory.ts';
import { storedSwitches, storedWeather } from './settings.ts';
import { siteKeyOf } from './sites.ts';
import { grouped } from './statuses.ts';

const COMPANY: WeatherPlace = 'company';

/** Where a switch by hand can be made: everywhere, a group, or one property. */
export function weatherPlaces(properties: readonly Property[]): WeatherView['places'] {
  const groups = [...new Set(properties.flatMap(({ group }) => group || []))].toSorted();
  return [
    { place: COMPANY, name: '' },
    ...groups.map((group) => ({ place: `group:${group}` as const, name: group })),
    ...properties
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name }) => ({ place: `property:${id}` as const, name })),
  ];
}

/** What Settings shows of the weather. */
export function weatherView({ write }: Store, memory: Memory, now: Instant): WeatherView {
  const { settings, limitSigned } = storedWeather(write);
  const properties = memory.properties();
  const placed = properties.filter((each) => siteKeyOf(each) !== null);
  return {
    settings,
    limitSigned,
    // Where nobody asks and nobody has switched, there is nothing to tell.
    now: grouped(memory.everywhere(now).filter((each) => each.isAsked || each.why !== null)),
    switches: storedSwitches(write).filter((each) => each.untilAt > now),
    places: weatherPlaces(properties),
    located: placed.length,
    unlocated: properties.filter((each) => siteKeyOf(each) === null).map((each) => each.name),
    documents: [...memory.docs().values()].flatMap(({ kind, place, url, fetchedAt, checkedAt, sha256, trouble }) =>
      kind === 'point'
        ? []
        : { kind: kind === 'hourly' ? 'forecast' : kind, place, url, fetchedAt, checkedAt, sha256, trouble },
    ),
  };
}
