import type { WeatherDoc } from '#core/store';
import type { Instant } from '#shared/contract';
import { contentOf, docAfter, LATEST_MS, newDoc } from './documents.ts';
import type { Answered } from './fetch-document.ts';
import { packZones, type Site } from './sites.ts';
import { troubles } from './trouble.ts';

/** The documents in hand, by kind and place. */
export type DocBook = ReadonlyMap<string, WeatherDoc>;

export const docKey = ({ kind, place }: Pick<WeatherDoc, 'kind' | 'place'>): string => `${kind} ${place}`;

/** The square and zones of a site, as far as the service has said them. */
export function whereIs(
  site: Site,
  book: DocBook,
): { readonly grid: string | null; readonly zones: readonly string[] } {
  const doc = site.cell === null ? undefined : book.get(docKey({ kind: 'point', place: site.cell }));
  const point = doc ? contentOf(doc, 'point') : null;
  return { grid: point?.grid ?? null, zones: site.zone === null ? (point?.zones ?? []) : [site.zone] };
}

/**
 * Every document that the sites need, as far as is known yet: one point per cell, one forecast per square, one list of
 * alerts for all. However many doors there are.
 */
export function wantedDocs(sites: readonly Site[], book: DocBook, baseUrl: string): readonly WeatherDoc[] {
  const places = sites.map((site) => whereIs(site, book));
  const cells = new Set(sites.flatMap(({ cell }) => cell ?? []));
  const grids = new Set(places.flatMap(({ grid }) => grid ?? []));
  const held = (kind: WeatherDoc['kind'], place: string, path: string): WeatherDoc => {
    const url = `${baseUrl}${path}`;
    const doc = book.get(docKey({ kind, place }));
    return doc?.url === url ? doc : newDoc(kind, place, url);
  };
  return [
    ...[...cells].map((cell) => held('point', cell, `/points/${cell}`)),
    ...[...grids].map((grid) => held('hourly', grid, `/gridpoints/${grid}/forecast/hourly`)),
    ...packZones(places.map(({ zones }) => zones)).map((zones, index) =>
      held('alerts', String(index), `/alerts/active?zone=${zones.join(',')}`),
    ),
  ];
}

/** When a document is asked for; one further away than ever was the wall clock's doing. */
export function dueAt({ kind, expiresAt }: WeatherDoc, now: Instant): Instant {
  return expiresAt > now + LATEST_MS[kind] ? now : expiresAt;
}

export type RoundDeps = {
  readonly sites: readonly Site[];
  readonly book: DocBook;
  readonly baseUrl: string;
  readonly now: () => Instant;
  readonly ask: (doc: WeatherDoc) => Promise<Answered>;
  /** How often each document has failed in a row; counted on here. */
  readonly failures: Map<string, number>;
  /** Forecasts and alerts are asked for, due or not. */
  readonly isForced: boolean;
};

/** Nobody answered so often in a row: the others are not asked, they would all wait for nothing. */
const GIVE_UP_AFTER = 3;
/** A place that was looked up just now is not looked up again because its forecast is gone. */
const LOOKED_UP_MS = 10 * 60_000;

/** Asks for everything that is due, one after the other. Gives the documents that changed. */
export async function askRound(deps: RoundDeps): Promise<DocBook> {
  const { sites, baseUrl, now, failures } = deps;
  const book = new Map(deps.book);
  const changed = new Map<string, WeatherDoc>();
  const asked = new Set<string>();
  const gone = new Set<string>();
  let silent: { readonly count: number; readonly answer: Answered } | null = null;

  const isDue = (doc: WeatherDoc): boolean =>
    !asked.has(doc.url) && (dueAt(doc, now()) <= now() || (deps.isForced && doc.kind !== 'point'));

  const askFor = async (doc: WeatherDoc): Promise<void> => {
    asked.add(doc.url);
    const hasGivenUp = silent !== null && silent.count >= GIVE_UP_AFTER;
    const answer: Answered = hasGivenUp && silent ? silent.answer : await deps.ask(doc);
    const isSilent = answer.kind === 'failed' && answer.status === null;
    silent = isSilent ? { count: (silent?.count ?? 0) + 1, answer } : null;
    const isGone = answer.kind === 'failed' && answer.status === 404 && doc.kind === 'hourly';
    if (isGone) gone.add(doc.place);
    const key = docKey(doc);
    const after = docAfter(
      doc,
      isGone ? { ...answer, trouble: troubles.movedGrid } : answer,
      now(),
      failures.get(key) ?? 0,
    );
    failures.set(key, after.trouble === null ? 0 : (failures.get(key) ?? 0) + 1);
    book.set(key, after);
    changed.set(key, after);
  };

  const pass = async (): Promise<void> => {
    // Points first: they say which squares and zones there are.
    for (const isPoint of [true, false])
      for (const doc of wantedDocs(sites, book, baseUrl))
        if ((doc.kind === 'point') === isPoint && isDue(doc)) await askFor(doc);
  };

  await pass();
  const moved = [...book.values()].filter((doc) => {
    const point = contentOf(doc, 'point');
    return point && gone.has(point.grid) && now() - (doc.checkedAt ?? 0) > LOOKED_UP_MS;
  });
  for (const doc of moved) book.set(docKey(doc), { ...doc, expiresAt: 0 });
  if (moved.length > 0) await pass();
  return changed;
}
