import type { ReadDb } from './connection.ts';
import { showPersonal } from './log.ts';
import type { WeatherChange } from './weather-rows.ts';

/** What a stretch of time touched, read from the log's own order: for documents about one night. Ends are exclusive. */

/**
 * A clock that was set back leaves lines that look older than their neighbours. The log is searched this much too wide
 * at both ends; whoever reads decides by the time that stands in each line.
 */
const SEARCH_WIDE_MS = 60 * 60_000;

/** Incidents that were open in the stretch or later, or of which anything was written in it, by number; rather too many. */
export function incidentIdsDuring(db: ReadDb, from: number, to: number): readonly string[] {
  // A resolved incident keeps minus the time of its close-out in `due_at` (queueDueAt), under the rank of closed ones.
  return db
    .all<{ id: string }>(
      `SELECT id FROM incident WHERE first_contact_at < ? AND id IN (
         SELECT id FROM incident WHERE is_open = 1
         UNION SELECT id FROM incident WHERE queue_rank = 90 AND due_at <= ?
         UNION SELECT incident_id FROM log WHERE seq >= ? AND seq < ? AND incident_id IS NOT NULL) ORDER BY number`,
      to,
      -from,
      firstSeqAt(db, from - SEARCH_WIDE_MS),
      firstSeqAt(db, to + SEARCH_WIDE_MS),
    )
    .map((row) => row.id);
}

export type ClockMoved = { readonly at: number; readonly deltaMs: number };

/** Each time the computer's clock was moved, forward positive, oldest first. */
export function clockMovesBetween(db: ReadDb, from: number, to: number): readonly ClockMoved[] {
  return deskLines(db, ['wallClockMoved'], from, to).map(({ at, deltaMs }) => ({
    at: Number(at),
    deltaMs: Number(deltaMs),
  }));
}

/** What was said when a session was handed on, by the session that took over. */
export function handOverWords(db: ReadDb, from: number, to: number): ReadonlyMap<string, string> {
  const lines = deskLines(db, ['deskHandedOver'], from, to + 1);
  return new Map(lines.flatMap(({ sessionId, words }) => (words === null ? [] : [[String(sessionId), String(words)]])));
}

export type Unattended = {
  readonly from: number;
  readonly to: number | null;
  readonly responderIds: readonly string[];
};

/** The stretches in which nobody at the desk heard the alarm, and who was texted instead. */
export function unattendedBetween(db: ReadDb, from: number, to: number): readonly Unattended[] {
  const found: { from: number; to: number | null; responderIds: readonly string[] }[] = [];
  let called: readonly string[] = [];
  let since: number | null = null;
  for (const line of deskLines(db, ['alarmUnheard', 'deskUnattended', 'deskAttended'], from, to)) {
    const last = found.at(-1);
    const at = Number(line.at);
    if (line.type === 'alarmUnheard') {
      // Whoever was texted for an alarm that was heard in time has nothing to do with the next one.
      if (Number(line.since) !== since && last?.to !== null) called = [];
      since = Number(line.since);
      called = [...new Set([...called, ...(line.responderIds as readonly string[])])]; // written by putAlarmCall
      if (last?.to === null) last.responderIds = called;
    } else if (line.type === 'deskUnattended') found.push({ from: at, to: null, responderIds: called });
    else {
      if (last?.to === null) last.to = at;
      called = [];
    }
  }
  return found;
}

/** What a mode went back to may stand this long before the night. */
const WEATHER_BACK_MS = 14 * 24 * 60 * 60_000;

export type WeatherLine = WeatherChange & { readonly at: number };

/**
 * Every change of a weather mode since `from`, up to now; where there is one, those of two weeks before it as well, for they
 * say what held until then. Nothing of a night in which nothing changed: `weatherModes` says what holds.
 */
export function weatherLinesSince(db: ReadDb, from: number, now: number): readonly WeatherLine[] {
  const lines = (since: number, to: number): readonly WeatherLine[] =>
    deskLines(db, ['weatherChanged'], since, to) as unknown as readonly WeatherLine[]; // written by logWeatherChange
  const since = lines(from, now + 1);
  return since.length === 0 ? [] : [...lines(from - WEATHER_BACK_MS, from), ...since];
}

/** What a setting was before each of its changes since `from`, and after it; null where there was none. */
export function settingChangesSince(
  db: ReadDb,
  id: string,
  from: number,
  now: number,
): readonly { readonly at: number; readonly before: unknown; readonly after: unknown }[] {
  const rows = db.all<{ payload: string }>(
    `SELECT payload FROM log WHERE seq >= ? AND incident_id IS NULL AND payload ->> '$.type' = 'changed'
       AND payload ->> '$.table' = 'setting' AND payload ->> '$.id' = ? ORDER BY seq`,
    firstSeqAt(db, from - SEARCH_WIDE_MS),
    id,
  );
  const valueIn = (body: unknown): unknown => (typeof body === 'string' ? (JSON.parse(body) as Setting).value : null);
  return rows.flatMap(({ payload }) => {
    const { at, before, after } = showPersonal(db, JSON.parse(payload)) as Readonly<Record<string, unknown>>; // a line
    const isDuring = Number(at) >= from && Number(at) <= now;
    return isDuring ? [{ at: Number(at), before: valueIn(before), after: valueIn(after) }] : [];
  });
}
type Setting = { readonly value: unknown };
export type Unheard = { readonly since: number; readonly at: number; readonly responderIds: readonly string[] };

/** Alarms for which somebody was texted, but for those of a desk that was unattended by then: `unattendedBetween` has them. */
export function unheardBetween(db: ReadDb, from: number, to: number): readonly Unheard[] {
  const lines = deskLines(db, ['alarmUnheard', 'deskUnattended'], from, to);
  const sinceOf = (line: Readonly<Record<string, unknown>>): number => Number(line.since);
  const unattended = new Set(lines.filter((line) => line.type === 'deskUnattended').map(sinceOf));
  const calls = Map.groupBy(
    lines.filter((line) => line.type === 'alarmUnheard' && !unattended.has(sinceOf(line))),
    sinceOf,
  );
  return [...calls].map(([since, [first, ...more]]) => ({
    since,
    at: Number(first?.at),
    // Written by putAlarmCall.
    responderIds: [...new Set([first, ...more].flatMap((line) => (line?.responderIds ?? []) as readonly string[]))],
  }));
}

/** Lines of no incident of some kinds in a stretch, in the order of the log, personal values put back. */
function deskLines(
  db: ReadDb,
  types: readonly string[],
  from: number,
  to: number,
): readonly Readonly<Record<string, unknown>>[] {
  return db
    .all<{ payload: string }>(
      `SELECT payload FROM (
         SELECT seq, payload, payload ->> '$.at' AS at FROM log
         WHERE seq >= ? AND seq < ? AND incident_id IS NULL
           AND payload ->> '$.type' IN (SELECT value FROM json_each(?)))
       WHERE at >= ? AND at < ? ORDER BY seq`,
      firstSeqAt(db, from - SEARCH_WIDE_MS),
      firstSeqAt(db, to + SEARCH_WIDE_MS),
      JSON.stringify(types),
      from,
      to,
    )
    .map(({ payload }) => showPersonal(db, JSON.parse(payload)) as Record<string, unknown>); // a line is an object
}

/** The first line written at or after an instant, by halving: a log of a million lines is asked twenty times. */
export function firstSeqAt(db: ReadDb, at: number): number {
  let low = 1;
  let high = (db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM log')?.seq ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const lineAt = db.get<{ at: number }>(`SELECT payload ->> '$.at' AS at FROM log WHERE seq = ?`, middle)?.at ?? 0;
    if (lineAt < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
