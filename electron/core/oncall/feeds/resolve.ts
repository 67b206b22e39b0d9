import { createHash } from 'node:crypto';
import { foldText } from '#core/portfolio';
import type { FeedEvent, FeedRemark } from '#core/store';
import type { Feed, FeedShift, FeedTitle, Property, Responder, UnmappedTitle } from '#shared/contract';
import type { Matches } from './matching/matches.ts';

/** What events are made shifts with. */
export type Meaning = {
  readonly feed: Feed;
  /** Of this feed. */
  readonly titles: readonly FeedTitle[];
  readonly responders: readonly Responder[];
  readonly properties: readonly Property[];
};

/** Events as duties. */
export type Resolved = {
  readonly shifts: readonly FeedShift[];
  /** Titles that nobody answers to, each with whom it could mean. */
  readonly unmapped: ReadonlyMap<string, readonly string[]>;
  /** Rows that name a place which is not on file. */
  readonly broken: readonly FeedRemark[];
};

/** The same as long as the same events would become the same duties. */
export function fingerprintOf({ feed, titles, responders, properties }: Meaning): string {
  const parts = [
    feed,
    titles.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    responders.map(({ id, name, phone, active }) => [id, name, phone, active]),
    properties.map(({ id, name, group }) => [id, name, group ?? null]),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export function resolve(events: readonly FeedEvent[], meaning: Meaning, matches: Matches): Resolved {
  const { feed, properties } = meaning;
  const places = placesOf(properties);
  const mapped = new Map(meaning.titles.map((each) => [each.title, each]));
  const unmapped = new Map<string, readonly string[]>();
  const broken: FeedRemark[] = [];
  const shifts = new Map<string, FeedShift>();
  for (const event of events) {
    const row = mapped.get(event.title);
    if (row?.responderId === null) continue;
    const found = matches.of(event);
    const responderId = row?.responderId ?? found.responderId;
    if (responderId === null) {
      unmapped.set(event.title, [...new Set([...(unmapped.get(event.title) ?? []), ...found.guesses])].slice(0, 3));
      continue;
    }
    const place = event.place === null ? feed : places.get(foldText(event.place));
    if (!place) {
      broken.push({ line: event.line, reason: unknownPlace(event.place ?? '') });
      continue;
    }
    const shift: FeedShift = {
      id: idOf(feed.id, event.id),
      feedId: feed.id,
      trade: row?.trade ?? event.trade ?? found.trade ?? feed.trade,
      role: row?.role ?? event.role ?? found.role ?? feed.role,
      propertyId: place.propertyId,
      group: place.group,
      responderId,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      title: event.title,
    };
    shifts.set(shift.id, shift);
  }
  return { shifts: [...shifts.values()], unmapped, broken };
}

/** Titles without anybody, as a person is asked about them: those that still come, the soonest first. */
export function unmappedTitles(
  feedId: string,
  events: readonly FeedEvent[],
  unmapped: Resolved['unmapped'],
  now: number,
): readonly UnmappedTitle[] {
  const found = new Map<string, UnmappedTitle>();
  for (const { title, startsAt, endsAt } of events) {
    const guesses = unmapped.get(title);
    if (!guesses || endsAt <= now) continue;
    const before = found.get(title);
    const nextAt = Math.min(startsAt, before?.nextAt ?? startsAt);
    found.set(title, { feedId, title, count: (before?.count ?? 0) + 1, nextAt, guesses });
  }
  return [...found.values()].toSorted((a, b) => a.nextAt - b.nextAt || (a.title < b.title ? -1 : 1));
}

type Place = { readonly propertyId: string | null; readonly group: string | null };

/**
 * Properties and groups by their folded names. A property comes before a group of its name: it says more. A name that two
 * properties bear says nothing.
 */
function placesOf(properties: readonly Property[]): ReadonlyMap<string, Place> {
  const names = properties.map(({ name }) => foldText(name));
  const places = new Map<string, Place>(
    properties.flatMap(({ group }): [string, Place][] =>
      group ? [[foldText(group), { propertyId: null, group }]] : [],
    ),
  );
  for (const [at, { id }] of properties.entries()) {
    const name = names[at] ?? '';
    if (names.indexOf(name) === names.lastIndexOf(name)) places.set(name, { propertyId: id, group: null });
    else places.delete(name);
  }
  return places;
}

/** Short, the same in every copy, and different in two feeds that carry the same event. */
function idOf(feedId: string, eventId: string): string {
  return `f_${createHash('sha256')
    .update(JSON.stringify([feedId, eventId]))
    .digest('hex')
    .slice(0, 20)}`;
}

function unknownPlace(place: string): FeedRemark['reason'] {
  return {
    en: `There is no property or group named "${place}", or more than one, so nobody knows where this holds. Left out.`,
    es: `No hay ninguna propiedad ni grupo llamado "${place}", o hay más de uno, y no se sabe dónde vale. Se omitió.`,
  };
}
