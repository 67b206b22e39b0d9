import type { ReadDb } from './connection.ts';

/** What a responder's phone has open, with letters, and how often it woke somebody. */

/** Everybody who has this person's phone: a text says where it comes from, not who held the phone. Asks for the id twice. */
const ON_THE_SAME_PHONE = `responder_id IN (
  SELECT ? UNION SELECT twin.id FROM responder me JOIN responder twin ON twin.phone = me.phone WHERE me.id = ?)`;

/**
 * Open incidents that anybody with this responder's phone was notified of, with the letter each has there. `headId`: the
 * incident that climbs for it, whose answer a reply with this letter is.
 */
export function openOfResponder(
  db: ReadDb,
  responderId: string,
): readonly {
  readonly incidentId: string;
  readonly headId: string | null;
  readonly responderId: string;
  readonly code: string;
  readonly lastAt: number;
}[] {
  return db.all(
    `SELECT incident_id AS incidentId, incident.part_of AS headId, responder_id AS responderId, code, last_at AS lastAt
     FROM notified JOIN incident ON incident.id = incident_id
     WHERE ${ON_THE_SAME_PHONE} AND notified.is_open = 1 ORDER BY last_at`,
    responderId,
    responderId,
  );
}

/** The closed incident this phone was notified of last, not before `since`, and who was; with this letter where one has it. */
export function lastClosedOfResponder(
  db: ReadDb,
  responderId: string,
  since: number,
  code: string | null,
): { readonly incidentId: string; readonly responderId: string; readonly lastAt: number } | null {
  return (
    db.get(
      `SELECT incident_id AS incidentId, responder_id AS responderId, last_at AS lastAt
       FROM notified JOIN incident ON incident.id = incident_id
       WHERE ${ON_THE_SAME_PHONE} AND notified.is_open = 0 AND incident.part_of IS NULL AND last_at >= ? ORDER BY code IS ? DESC, last_at DESC`,
      responderId,
      responderId,
      since,
      code,
    ) ?? null
  );
}

/** The letters that open incidents have on a responder's phone, those of `exceptIncidentId` and of its parts left aside. */
export function openCodesOf(db: ReadDb, responderId: string, exceptIncidentId: string | null): readonly string[] {
  return db
    .all<{ code: string }>(
      `SELECT DISTINCT code FROM notified JOIN incident ON incident.id = incident_id
       WHERE ${ON_THE_SAME_PHONE} AND notified.is_open = 1 AND coalesce(incident.part_of, incident_id) IS NOT ?`,
      responderId,
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

/** Who was woken in a stretch of time, the end excluded, once per incident. */
export function wakeUpsBetween(
  db: ReadDb,
  from: number,
  to: number,
): readonly { readonly responderId: string; readonly at: number }[] {
  return db.all(
    `SELECT responder_id AS responderId, min(at) AS at FROM wake_up WHERE at >= ? AND at < ?
     GROUP BY responder_id, incident_id ORDER BY at`,
    from,
    to,
  );
}
