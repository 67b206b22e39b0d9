import { allRows, type ReadDb, type WeatherLine, weatherLinesSince, weatherModes } from '#core/store';
import type { Instant, Property, WeatherPlace } from '#shared/contract';
import { measuredMode } from '#shared/weather';
import { switchesSince } from './settings.ts';
import { siteKeyOf } from './sites.ts';

/** How long a mode was on, or was kept off by hand, and who or what did it: for documents about one night. */
export type WeatherTime = {
  /** `off`: no mode whatever the forecast said. */
  readonly mode: 'freeze' | 'heat' | 'off';
  readonly from: Instant;
  /** Null: it lasted longer than the night. */
  readonly to: Instant | null;
  /** Names of properties; null: everywhere. */
  readonly where: readonly string[] | null;
  readonly by:
    | { readonly kind: 'person'; readonly name: string; readonly words: string }
    | {
        readonly kind: 'document';
        readonly sha256: string | null;
        readonly url: string | null;
        readonly readAt: Instant | null;
        /** Of a forecast; null where it was an alert. */
        readonly temperatureF: number | null;
        readonly alert: string | null;
      };
};

/** Every mode that was on between `from` and `until`, oldest first. `now` is later where an old night is told. */
export function weatherDuring(
  read: ReadDb,
  { from, until, now }: { readonly from: Instant; readonly until: Instant; readonly now: Instant },
): readonly WeatherTime[] {
  const properties = allRows(read, 'property');
  const all = [...measured(read, properties, from, now), ...said(read, properties, from, now)];
  return all
    .filter((each) => each.from <= until && (each.to === null || each.to > from))
    .map((each) => (each.to !== null && each.to > until ? { ...each, to: null } : each))
    .toSorted((a, b) => a.from - b.from);
}

type At = Pick<WeatherLine, 'at' | 'mode' | 'document' | 'url' | 'readAt' | 'temperatureF' | 'alert'>;

/** What documents did, by the places that had it together. */
function measured(read: ReadDb, properties: readonly Property[], from: Instant, now: Instant): readonly WeatherTime[] {
  const byPlace = new Map<string, At[]>();
  for (const line of weatherLinesSince(read, from, now))
    for (const place of line.places) byPlace.set(place, [...(byPlace.get(place) ?? []), line]);
  // Where nothing has changed since, what holds has held all the time.
  for (const [place, modes] of weatherModes(read)) {
    const on = measuredMode(modes);
    if (on && !byPlace.has(place)) byPlace.set(place, [{ ...on, at: on.since }]);
  }
  const times = new Map<string, { readonly time: WeatherTime; readonly places: string[] }>();
  for (const [place, changes] of byPlace) {
    for (const [index, change] of changes.entries()) {
      const time = timeOf(change, changes[index + 1]?.at ?? null);
      if (time === null) continue;
      const same = times.get(JSON.stringify(time)) ?? { time, places: [] };
      same.places.push(place);
      times.set(JSON.stringify(time), same);
    }
  }
  return [...times.values()].map(({ time, places }) => ({ ...time, where: namesAt(properties, places) }));
}

function timeOf({ at, mode, document, url, readAt, temperatureF, alert }: At, to: Instant | null): WeatherTime | null {
  if (mode !== 'freeze' && mode !== 'heat') return null;
  const by = { kind: 'document', sha256: document, url, readAt, temperatureF, alert } as const;
  return { mode, from: at, to, where: null, by };
}

/** A place that no property has any more is named as it was asked about. */
function namesAt(properties: readonly Property[], places: readonly string[]): readonly string[] {
  return places.flatMap((place) => {
    const names = properties.filter((each) => siteKeyOf(each) === place).map(({ name }) => name);
    return names.length > 0 ? names : [place];
  });
}

/** What people switched by hand. */
function said(read: ReadDb, properties: readonly Property[], from: Instant, now: Instant): readonly WeatherTime[] {
  return switchesSince(read, from, now).map(({ made, endedAt }) => ({
    mode: made.mode,
    from: made.at,
    to: Math.min(made.untilAt, endedAt ?? made.untilAt),
    where: namesOf(properties, made.place),
    by: { kind: 'person', name: made.by, words: made.words },
  }));
}

function namesOf(properties: readonly Property[], place: WeatherPlace): readonly string[] | null {
  if (place === 'company') return null;
  const named = properties.filter(({ id, group }) => place === `property:${id}` || place === `group:${group}`);
  return named.length > 0 ? named.map(({ name }) => name) : [place.slice(place.indexOf(':') + 1)];
}
