import type { Desk, Hub } from '#core/desk';
import {
  allRows,
  putWeatherDoc,
  removeWeatherDoc,
  type Store,
  type WeatherDoc,
  weatherDocs,
  weatherModes,
  writesTo,
} from '#core/store';
import type { Instant, Property } from '#shared/contract';
import type { Measured } from '#shared/weather';
import { keepModes, type Modes, measuredAt, skyOver, unwanted } from './modes.ts';
import { type DocBook, docKey, dueAt, wantedDocs } from './round.ts';
import { storedSwitches, storedWeather } from './settings.ts';
import { type Site, siteKeyOf, sitesOf } from './sites.ts';
import { type AtProperty, grouped, weatherAt } from './statuses.ts';

const CHANGED = ['weather', 'status', 'alarm'] as const;
const CORE = { kind: 'core' } as const;

type MemoryDeps = { readonly store: Store; readonly desk: Desk; readonly hub: Hub };

/** Everything known of the weather: documents and modes as they are stored, in hand so that nobody has to wait. */
export type Memory = {
  docs(): DocBook;
  /** None while the service is not asked. */
  sites(): readonly Site[];
  properties(): readonly Property[];
  /** When the next document is asked for; null where none is wanted. */
  nextDocAt(now: Instant): Instant | null;
  measuredAt(property: Pick<Property, 'coordinates' | 'weatherZone'>, now: Instant): Measured | null;
  everywhere(now: Instant): readonly AtProperty[];
  /** Measures anew, with documents that have just come; writes and tells what has changed. */
  look(came: DocBook, now: Instant): void;
  /** Forecasts are judged by other limits now: what they were judged to be before does not count. */
  forgetForecasts(): void;
};

export function openMemory({ store, desk, hub }: MemoryDeps): Memory {
  let docs: DocBook = new Map(weatherDocs(store.write).map((doc) => [docKey(doc), doc]));
  let modes: Modes = weatherModes(store.write);
  let told = '';
  let kept: { readonly of: string; readonly properties: readonly Property[]; readonly sites: readonly Site[] } | null =
    null;
  let wanted: { readonly of: unknown; readonly in: DocBook; readonly docs: readonly WeatherDoc[] } | null = null;

  const read = (): NonNullable<typeof kept> => {
    const of = `${writesTo(store.write, 'property')} ${writesTo(store.write, 'setting')}`;
    if (kept?.of !== of) {
      const properties = allRows(store.write, 'property');
      const { settings } = storedWeather(store.write);
      kept = { of, properties, sites: settings.isOn ? [...sitesOf(properties).values()] : [] };
    }
    return kept;
  };
  const bySite = (): ReadonlyMap<string, Site> => new Map(read().sites.map((site) => [site.key, site]));
  const baseUrl = (): string => storedWeather(store.write).settings.baseUrl;

  const wantedNow = (): readonly WeatherDoc[] => {
    const of = read();
    if (wanted?.of !== of || wanted.in !== docs) {
      wanted = { of, in: docs, docs: wantedDocs(of.sites, docs, baseUrl()) };
    }
    return wanted.docs;
  };

  const measureAll = (now: Instant): ReadonlyMap<string, Measured> => {
    const { settings } = storedWeather(store.write);
    return new Map(read().sites.map((site) => [site.key, measuredAt(site, docs, modes, settings, now)]));
  };

  const everywhere = (now: Instant): readonly AtProperty[] => {
    const measured = measureAll(now);
    const { askedSince } = storedWeather(store.write);
    const switches = storedSwitches(store.write);
    return read().properties.map((property) => {
      const key = siteKeyOf(property);
      return weatherAt(property, {
        measured: (key === null ? null : measured.get(key)) ?? null,
        switches,
        askedSince,
        now,
      });
    });
  };

  const write = (came: DocBook, after: Modes, now: Instant): void => {
    const { sites } = read();
    const skies = new Map(sites.map((site) => [site.key, skyOver(site, docs)]));
    const gone = unwanted(docs, sites, baseUrl());
    const author = { at: now, by: CORE };
    const before = modes;
    desk.change(
      CHANGED,
      (db) => {
        for (const doc of came.values()) putWeatherDoc(db, doc);
        for (const doc of gone) removeWeatherDoc(db, doc);
        keepModes(db, { before, after, skies }, author);
      },
      CORE,
    );
    modes = after;
    if (gone.length > 0) docs = new Map([...docs].filter(([, doc]) => !gone.includes(doc)));
  };

  return {
    docs: () => docs,
    sites: () => read().sites,
    properties: () => read().properties,
    nextDocAt(now) {
      const dues = wantedNow().map((doc) => dueAt(doc, now));
      return dues.length === 0 ? null : Math.min(...dues);
    },
    measuredAt(property, now) {
      const key = siteKeyOf(property);
      const site = key === null ? undefined : bySite().get(key);
      return site ? measuredAt(site, docs, modes, storedWeather(store.write).settings, now) : null;
    },
    everywhere,
    look(came, now) {
      if (came.size > 0) docs = new Map([...docs, ...came]);
      const after = measureAll(now);
      if (came.size > 0 || !isSame(after, modes)) write(came, after, now);
      const telling = JSON.stringify(grouped(everywhere(now)));
      if (telling !== told) hub.publish(CHANGED);
      told = telling;
    },
    forgetForecasts() {
      const without = (measured: Measured): Measured => ({
        ...measured,
        on: measured.on.filter((each) => each.why !== 'forecast'),
      });
      modes = new Map([...modes].map(([key, measured]) => [key, without(measured)]));
    },
  };
}

function isSame(one: Modes, other: Modes): boolean {
  return JSON.stringify([...one].toSorted()) === JSON.stringify([...other].toSorted());
}
