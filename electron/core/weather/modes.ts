import {
  type Author,
  logWeatherChange,
  putWeatherMode,
  removeWeatherMode,
  type WeatherChange,
  type WeatherDoc,
  type WriteDb,
} from '#core/store';
import type { Instant, WeatherSettings } from '#shared/contract';
import { type Measured, measure, measuredMode, NOTHING_MEASURED, type Reading, type Sky } from '#shared/weather';
import { type ContentOf, contentOf } from './documents.ts';
import { type DocBook, docKey, wantedDocs, whereIs } from './round.ts';
import type { Site } from './sites.ts';

/** What was measured at each site, by its key. */
export type Modes = ReadonlyMap<string, Measured>;

/** What is known of the sky over a site, from the documents in hand. */
export function skyOver(site: Site, book: DocBook): Sky {
  const { grid, zones } = whereIs(site, book);
  const hourly = grid === null ? undefined : book.get(docKey({ kind: 'hourly', place: grid }));
  const lists = [...book.values()].filter((doc) => doc.kind === 'alerts');
  const list = lists.find((doc) => zones.every((zone) => zonesAsked(doc).includes(zone)));
  return {
    zones,
    forecast: hourly ? readingOf(hourly, 'hourly') : null,
    alerts: list && zones.length > 0 ? readingOf(list, 'alerts') : null,
    isAlertsOnly: site.cell === null,
  };
}

function zonesAsked({ url }: WeatherDoc): readonly string[] {
  return url.split('zone=')[1]?.split(',') ?? [];
}

function readingOf<Kind extends 'hourly' | 'alerts'>(doc: WeatherDoc, kind: Kind): Reading<ContentOf<Kind>> | null {
  const content = contentOf(doc, kind);
  const { sha256, url, checkedAt } = doc;
  return content === null || sha256 === null || checkedAt === null ? null : { content, sha256, url, checkedAt };
}

/** What holds at a site at this moment. */
export function measuredAt(
  site: Site,
  book: DocBook,
  modes: Modes,
  limits: Pick<WeatherSettings, 'freezeF' | 'heatF'>,
  now: Instant,
): Measured {
  return measure(modes.get(site.key) ?? NOTHING_MEASURED, skyOver(site, book), limits, now);
}

type Line = Omit<WeatherChange, 'places'>;

/** Writes what has changed since it was last measured, and a line for each document that put a mode on or off. */
export function keepModes(
  db: WriteDb,
  { before, after, skies }: { readonly before: Modes; readonly after: Modes; readonly skies: ReadonlyMap<string, Sky> },
  author: Author,
): void {
  const told = new Map<string, { readonly line: Line; readonly places: string[] }>();
  for (const [key, measured] of after) {
    const was = before.get(key) ?? NOTHING_MEASURED;
    if (JSON.stringify(was) === JSON.stringify(measured)) continue;
    putWeatherMode(db, key, measured);
    const line = lineOf(measured, skies.get(key));
    if (isSame(lineOf(was), line)) continue;
    const same = told.get(JSON.stringify(line)) ?? { line, places: [] };
    same.places.push(key);
    told.set(JSON.stringify(line), same);
  }
  for (const key of before.keys()) if (!after.has(key)) removeWeatherMode(db, key);
  for (const { line, places } of told.values()) logWeatherChange(db, { ...line, places }, author);
}

/** The mode, and the document that says so; of none, the one that says that there is none any more. */
function lineOf(measured: Measured, sky?: Sky): Line {
  const on = measuredMode(measured);
  if (on) {
    const { mode, why, document, url, readAt, temperatureF, alert } = on;
    return { mode, why, document, url, readAt, temperatureF, alert };
  }
  const says = sky?.forecast ?? sky?.alerts ?? null;
  const source = { document: says?.sha256 ?? null, url: says?.url ?? null, readAt: says?.checkedAt ?? null };
  return { mode: 'none', why: null, ...source, temperatureF: null, alert: null };
}

/** The same mode for the same reason, whichever document says so now. */
function isSame(one: Line, other: Line): boolean {
  return one.mode === other.mode && one.why === other.why && one.alert === other.alert;
}

/** The documents that no site needs any more. */
export function unwanted(book: DocBook, sites: readonly Site[], baseUrl: string): readonly WeatherDoc[] {
  const wanted = new Set(wantedDocs(sites, book, baseUrl).map(docKey));
  return [...book.values()].filter((doc) => !wanted.has(docKey(doc)));
}
