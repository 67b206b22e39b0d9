import { createHash } from 'node:crypto';
import type { WeatherDoc, WeatherDocKind } from '#core/store';
import type { BothLanguages, Instant } from '#shared/contract';
import { parseAlerts, parseHourly, parsePoint } from '#shared/weather';
import type { Answered } from './fetch-document.ts';
import { troubles } from './trouble.ts';

const MINUTE_MS = 60_000;
/** Asked no more often, whatever the service says of how long its document holds. */
const SOONEST_MS = 10 * MINUTE_MS;
/** Asked no more rarely. Squares move when an office draws its grid anew, which is seen by its forecasts being gone. */
export const LATEST_MS: Readonly<Record<WeatherDocKind, number>> = {
  point: 14 * 24 * 60 * MINUTE_MS,
  hourly: 60 * MINUTE_MS,
  alerts: 15 * MINUTE_MS,
};
/** After a failure it is asked sooner, and less and less soon. */
const FIRST_PAUSE_MS = MINUTE_MS;

const READERS = { point: parsePoint, hourly: parseHourly, alerts: parseAlerts } as const;
export type ContentOf<Kind extends WeatherDocKind> = NonNullable<ReturnType<(typeof READERS)[Kind]>>;

const contents = new WeakMap<WeatherDoc, { readonly content: unknown }>();

/** What a document of one kind says; null where there is none. Read once. */
export function contentOf<Kind extends WeatherDocKind>(doc: WeatherDoc, kind: Kind): ContentOf<Kind> | null {
  if (doc.kind !== kind) return null;
  const known = contents.get(doc) ?? { content: doc.body === null ? null : understood(kind, doc.body) };
  contents.set(doc, known);
  return known.content as ContentOf<Kind> | null; // made by the reader of its kind
}

function understood(kind: WeatherDocKind, body: string): unknown {
  try {
    const parse = READERS[kind];
    return parse(JSON.parse(body));
  } catch {
    // JSON.parse has no question "is this JSON?".
    return null;
  }
}

/** A document that was never asked for. */
export function newDoc(kind: WeatherDocKind, place: string, url: string): WeatherDoc {
  const nothing = { fetchedAt: null, checkedAt: null, etag: null, lastModified: null, sha256: null, body: null };
  return { kind, place, url, ...nothing, expiresAt: 0, trouble: null };
}

/** The document in hand after an answer came: the new one, the old one confirmed, or the old one with what went wrong. */
export function docAfter(before: WeatherDoc, answered: Answered, now: Instant, failures: number): WeatherDoc {
  const withTrouble = (trouble: BothLanguages, wishedMs = 0): WeatherDoc => {
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, SOONEST_MS);
    return { ...before, expiresAt: now + Math.max(pauseMs, Math.min(wishedMs, LATEST_MS.hourly)), trouble };
  };
  if (answered.kind === 'failed') return withTrouble(answered.trouble, answered.retryAfterMs ?? 0);
  const expiresAt = now + within(before.kind, answered.maxAgeMs);
  if (answered.kind === 'unchanged') {
    if (before.body === null) return withTrouble(troubles.notUnderstood);
    return { ...before, checkedAt: now, expiresAt, trouble: null };
  }
  const { text, etag, lastModified } = answered;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const came = { fetchedAt: sha256 === before.sha256 ? before.fetchedAt : now, checkedAt: now, sha256, body: text };
  const after: WeatherDoc = { ...before, ...came, etag, lastModified, expiresAt, trouble: null };
  if (contentOf(after, after.kind) === null) return withTrouble(troubles.notUnderstood);
  return isOlder(after, before) ? withTrouble(troubles.older) : after;
}

/** Points are kept for weeks, whatever the service says; the others as long as it says, within reason. */
function within(kind: WeatherDocKind, maxAgeMs: number | null): number {
  return kind === 'point' ? LATEST_MS.point : Math.max(SOONEST_MS, Math.min(maxAgeMs ?? 0, LATEST_MS[kind]));
}

/** A cache on the way may hand out what was true hours ago. */
function isOlder(after: WeatherDoc, before: WeatherDoc): boolean {
  const newer = contentOf(after, 'hourly')?.updatedAt ?? null;
  const older = contentOf(before, 'hourly')?.updatedAt ?? null;
  return newer !== null && older !== null && newer < older;
}
