import type { Phone } from '#shared/contract';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';
import { appendLine, keepPersonal } from './log.ts';
import type { Author } from './tables.ts';

/** `waiting`: nobody has decided yet, so it is in the inbox. */
export type ContactOutcome = 'waiting' | 'incident' | 'joined' | 'reply' | 'answered' | 'ignored';

export type Contact = {
  readonly id: string;
  readonly channel: string;
  readonly receivedAt: number;
  readonly from: Phone;
  readonly text: string;
  readonly outcome: ContactOutcome;
  readonly incidentId: string | null;
};

const COLUMNS = `c.id, c.channel, c.received_at AS receivedAt, coalesce(f.value, '') AS "from", coalesce(x.value, '') AS text, c.outcome, c.incident_id AS incidentId
  FROM contact c LEFT JOIN personal f ON f.id = c.from_ref LEFT JOIN personal x ON x.id = c.text_ref`;

/**
 * Stores a contact raw, before anything looks at it. The provider's id makes a repeat harmless.
 * @returns false when this contact is already stored.
 */
export function storeContact(
  db: WriteDb,
  contact: {
    readonly id: string;
    readonly channel: string;
    readonly provider: string;
    readonly providerId: string;
    readonly receivedAt: number;
    readonly from: string;
    readonly text: string;
    readonly outcome: ContactOutcome;
  },
): boolean {
  if (db.get('SELECT 1 FROM contact WHERE provider = ? AND provider_id = ?', contact.provider, contact.providerId))
    return false;
  const from = keepPersonal(db, contact.from);
  const text = keepPersonal(db, contact.text);
  db.run(
    'INSERT INTO contact (id, channel, provider, provider_id, received_at, from_ref, text_ref, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    contact.id,
    contact.channel,
    contact.provider,
    contact.providerId,
    contact.receivedAt,
    from.id,
    text.id,
    contact.outcome,
  );
  const { id, channel, provider, providerId, receivedAt: at, outcome } = contact;
  appendLine(db, null, {
    type: 'contact',
    v: 1,
    at,
    by: { kind: 'core' },
    contactId: id,
    channel,
    provider,
    providerId,
    from: from.ref,
    text: text.ref,
    outcome,
  });
  return true;
}

/** How a contact ended. */
export function endContact(
  db: WriteDb,
  id: string,
  outcome: ContactOutcome,
  incidentId: string | null,
  author: Author,
): void {
  changedOne(
    db.run('UPDATE contact SET outcome = ?, incident_id = ? WHERE id = ?', outcome, incidentId, id),
    'end a contact',
  );
  appendLine(db, null, {
    type: 'contactEnded',
    v: 1,
    at: author.at,
    by: author.by,
    contactId: id,
    outcome,
    incidentId,
  });
}

/** The text is part of this incident already, and still waits for somebody to decide what to make of it. */
export function keepContactWith(db: WriteDb, id: string, incidentId: string): void {
  changedOne(db.run('UPDATE contact SET incident_id = ? WHERE id = ?', incidentId, id), 'keep a contact');
}

export function getContact(db: ReadDb, id: string): Contact | null {
  return db.get<Contact>(`SELECT ${COLUMNS} WHERE c.id = ?`, id) ?? null;
}

/** The inbox: what nobody could place, oldest first. */
export function waitingContacts(db: ReadDb): readonly Contact[] {
  return db.all<Contact>(`SELECT ${COLUMNS} WHERE c.outcome = 'waiting' ORDER BY c.received_at LIMIT 500`);
}

/** Contacts received at `from` or later, newest last. */
export function contactsSince(db: ReadDb, from: number): readonly Contact[] {
  return db.all<Contact>(`SELECT ${COLUMNS} WHERE c.received_at >= ? ORDER BY c.received_at`, from);
}

/** What somebody wrote or said, with the property it turned out to be about; empty where that is not known. */
export type PastContact = { readonly receivedAt: number; readonly text: string; readonly propertyId: string };

const PAST_WHERE = {
  all: '1',
  urgent: `i.tier IN ('P1', 'P2')`,
  incidents: `c.outcome IN ('incident', 'joined')`,
} as const;

/**
 * The last contacts of residents, newest first: not what responders answered, and nothing whose words were redacted. A
 * report by telephone knows its incident by the request that opened it.
 */
export function pastContacts(
  db: ReadDb,
  { filter, last }: { readonly filter: keyof typeof PAST_WHERE; readonly last: number },
): readonly PastContact[] {
  return db.all<PastContact>(
    `SELECT c.received_at AS receivedAt, x.value AS text, coalesce(i.property_id, '') AS propertyId
     FROM contact c JOIN personal x ON x.id = c.text_ref
     LEFT JOIN request q ON c.provider = 'desk' AND q.id = c.provider_id
     LEFT JOIN incident i ON i.id = coalesce(c.incident_id, q.incident_id)
     WHERE c.outcome <> 'reply' AND x.value <> '' AND ${PAST_WHERE[filter]}
     ORDER BY c.received_at DESC, c.id LIMIT ?`,
    last,
  );
}

export function countContactsSince(db: ReadDb, from: number): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM contact WHERE received_at >= ?', from)?.n ?? 0;
}

export function isOptedOut(db: ReadDb, phone: string): boolean {
  return db.get('SELECT 1 FROM opted_out WHERE phone = ?', phone) !== undefined;
}

/**
 * A number wants no texts any more, or wants them again; `contactId` is the text that said so. Said again it changes
 * nothing and writes no line.
 *
 * @returns whether it changed anything
 */
export function setOptedOut(
  db: WriteDb,
  said: { readonly phone: Phone; readonly contactId: string; readonly isOut: boolean },
  { at, by }: Author,
): boolean {
  const { phone, contactId, isOut } = said;
  const changes = isOut
    ? db.run('INSERT INTO opted_out (phone, at) VALUES (?, ?) ON CONFLICT (phone) DO NOTHING', phone, at)
    : db.run('DELETE FROM opted_out WHERE phone = ?', phone);
  if (changes === 0) return false;
  const type = isOut ? 'optedOut' : 'optedIn';
  appendLine(db, null, { type, v: 1, at, by, phone: keepPersonal(db, phone).ref, contactId });
  return true;
}
