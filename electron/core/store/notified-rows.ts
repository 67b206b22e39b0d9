import type { ReadDb } from './connection.ts';

/** What a responder's phone has open, with letters, and how often it woke somebody. */

/** Open incidents a responder was notified of, with the letter each has on that phone. */
export function openOfResponder(
  db: ReadDb,
  responderId: string,
): readonly { readonly incidentId: string; readonly code: string; readonly lastAt: number }[] {
  return db.all(
    'SELECT incident_id AS incidentId, code, last_at AS lastAt FROM notified WHERE responder_id = ? AND is_open = 1 ORDER BY last_at',
    responderId,
  );
}

/** The closed incident a responder was notified of last, not before `since`; with this letter where one is given. */
export function lastClosedOfResponder(
  db: ReadDb,
  responderId: string,
  since: number,
  code: string | null,
): string | null {
  const row = db.get<{ id: string }>(
    `SELECT incident_id AS id FROM notified WHERE responder_id = ? AND is_open = 0 AND last_at >= ?
     ORDER BY code IS ? DESC, last_at DESC`,
    responderId,
    since,
    code,
  );
  return row?.id ?? null;
}

/** The letters that open incidents have on a responder's phone, those of `exceptIncidentId` left aside. */
export function openCodesOf(db: ReadDb, responderId: string, exceptIncidentId: string | null): readonly string[] {
  return db
    .all<{ code: string }>(
      'SELECT DISTINCT code FROM notified WHERE responder_id = ? AND is_open = 1 AND incident_id IS NOT ?',
      responderId,
      exceptIncidentId,
    )
    .map((row) => row.code);
}

/** How many incidents woke this person since then. */
export function wakeUpsSince(db: ReadDb, responderId: string, since: number): number {
  return (
    db.get<{ n: number }>(
      'SELECT count(DISTINCT incident_id) AS n FROM wake_up WHERE responder_id = ? AND at >= ?',
      responderId,
      since,
    )?.n ?? 0
  );
}
