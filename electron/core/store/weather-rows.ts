import type { BothLanguages, Instant } from '#shared/contract';
import type { Measured } from '#shared/weather';
import type { ReadDb, WriteDb } from './connection.ts';
import { appendLine } from './log.ts';
import type { Author } from './tables.ts';

/** The weather service at rest: its last good documents, and the modes they have put on. */

export const WEATHER_DOC_KINDS = ['point', 'hourly', 'alerts'] as const;
export type WeatherDocKind = (typeof WEATHER_DOC_KINDS)[number];

export type WeatherDoc = {
  /** A cell of the map, a square of the grid, or a number among the lists of alerts. */
  readonly place: string;
  readonly kind: WeatherDocKind;
  readonly url: string;
  /** When its text came, and when the service last said that it still holds; null while none has come. */
  readonly fetchedAt: Instant | null;
  readonly checkedAt: Instant | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When it is asked for next, whether or not it came. */
  readonly expiresAt: Instant;
  readonly sha256: string | null;
  readonly body: string | null;
  /** How the last try ended; null where it was well. */
  readonly trouble: BothLanguages | null;
};

type DocRow = Omit<WeatherDoc, 'trouble'> & { readonly trouble: string | null };

export function weatherDocs(db: ReadDb): readonly WeatherDoc[] {
  const rows = db.all<DocRow>(
    `SELECT place, kind, url, fetched_at AS fetchedAt, checked_at AS checkedAt, etag, last_modified AS lastModified,
       expires_at AS expiresAt, sha256, body, trouble FROM weather_doc`,
  );
  return rows.map((row) => ({ ...row, trouble: row.trouble === null ? null : JSON.parse(row.trouble) })); // written below
}

/** One statement, outside the log: asking every ten minutes is no change. */
export function putWeatherDoc(db: WriteDb, doc: WeatherDoc): void {
  db.run(
    `INSERT INTO weather_doc (place, kind, url, fetched_at, checked_at, etag, last_modified, expires_at, sha256, body, trouble)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (place, kind) DO UPDATE SET url = excluded.url, fetched_at = excluded.fetched_at,
       checked_at = excluded.checked_at, etag = excluded.etag, last_modified = excluded.last_modified,
       expires_at = excluded.expires_at, sha256 = excluded.sha256, body = excluded.body, trouble = excluded.trouble`,
    doc.place,
    doc.kind,
    doc.url,
    doc.fetchedAt,
    doc.checkedAt,
    doc.etag,
    doc.lastModified,
    doc.expiresAt,
    doc.sha256,
    doc.body,
    doc.trouble === null ? null : JSON.stringify(doc.trouble),
  );
}

export function removeWeatherDoc(db: WriteDb, { place, kind }: Pick<WeatherDoc, 'place' | 'kind'>): void {
  db.run('DELETE FROM weather_doc WHERE place = ? AND kind = ?', place, kind);
}

/** What was measured at each place, so that a restart loosens nothing. */
export function weatherModes(db: ReadDb): ReadonlyMap<string, Measured> {
  const rows = db.all<{ place: string; body: string }>('SELECT place, body FROM weather_mode');
  return new Map(rows.map(({ place, body }) => [place, JSON.parse(body) as Measured])); // written by putWeatherMode
}

export function putWeatherMode(db: WriteDb, place: string, measured: Measured): void {
  db.run(
    'INSERT INTO weather_mode (place, body) VALUES (?, ?) ON CONFLICT (place) DO UPDATE SET body = excluded.body',
    place,
    JSON.stringify(measured),
  );
}

export function removeWeatherMode(db: WriteDb, place: string): void {
  db.run('DELETE FROM weather_mode WHERE place = ?', place);
}

/** A mode goes on, off, or on for another reason: the document that did it, by its print, its address and its time. */
export type WeatherChange = {
  readonly places: readonly string[];
  readonly mode: string;
  readonly why: string | null;
  readonly document: string | null;
  readonly url: string | null;
  readonly readAt: Instant | null;
  readonly temperatureF: number | null;
  readonly alert: string | null;
};

export function logWeatherChange(db: WriteDb, change: WeatherChange, { at, by }: Author): void {
  appendLine(db, null, { type: 'weatherChanged', v: 1, at, by, ...change });
}
