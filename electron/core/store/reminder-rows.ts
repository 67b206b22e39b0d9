import type { ShiftRole, Trade } from '#shared/contract';
import { changedOne, type ReadDb, type WriteDb } from './connection.ts';
import { appendLine } from './log.ts';
import type { Author } from './tables.ts';

/** What responders were told of their coming shifts, and what they said to it. */

export type ReminderFailure = 'noNumber' | 'optedOut';

/** A trade and role in a stretch of time. */
export type ReminderPart = {
  readonly trade: Trade;
  readonly role: ShiftRole;
  readonly startsAt: number;
  readonly endsAt: number;
};

export type ReminderRow = {
  readonly id: string;
  readonly responderId: string;
  readonly role: ShiftRole;
  readonly startsAt: number;
  readonly endsAt: number;
  /** All that was told, in order of time. */
  readonly parts: readonly ReminderPart[];
  /** Told without an end, because nobody knew one. */
  readonly isOpen: boolean;
  readonly dueAt: number;
  readonly messageKey: string | null;
  readonly failedWhy: ReminderFailure | null;
  readonly confirmedAt: number | null;
  readonly confirmedBy: string | null;
};

/** The row with what became of its text: the outbox's state, when it was queued, and when the gateway took it. */
export type SentReminder = ReminderRow & {
  readonly messageState: string | null;
  readonly queuedAt: number | null;
  readonly acceptedAt: number | null;
};

type Stored = Omit<SentReminder, 'parts' | 'isOpen'> & { readonly parts: string; readonly isOpen: number };

/** Reminders of stretches that end after `after` and are still theirs, in order of time. */
export function remindersAfter(db: ReadDb, after: number): readonly SentReminder[] {
  return db
    .all<Stored>(
      `SELECT r.id, r.responder_id AS responderId, r.role, r.starts_at AS startsAt, r.ends_at AS endsAt, r.parts,
         r.is_open AS isOpen, r.due_at AS dueAt, r.message_key AS messageKey, r.failed_why AS failedWhy, r.confirmed_at AS confirmedAt,
         r.confirmed_by AS confirmedBy, o.state AS messageState, o.queued_at AS queuedAt,
         o.accepted_at AS acceptedAt
       FROM shift_reminder r LEFT JOIN outbox o ON o.key = r.message_key
       WHERE r.ends_at > ? AND r.ended_at IS NULL ORDER BY r.starts_at, r.id`,
      after,
    )
    .map((row) => ({
      ...row,
      parts: JSON.parse(row.parts) as readonly ReminderPart[], // as putReminder wrote them
      isOpen: row.isOpen === 1,
    }));
}

export function putReminder(db: WriteDb, row: ReminderRow): void {
  db.run(
    `INSERT INTO shift_reminder
       (id, responder_id, role, starts_at, ends_at, parts, is_open, due_at, message_key, failed_why, confirmed_at, confirmed_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, parts = excluded.parts,
       is_open = excluded.is_open, role = excluded.role`,
    row.id,
    row.responderId,
    row.role,
    row.startsAt,
    row.endsAt,
    JSON.stringify(row.parts),
    row.isOpen ? 1 : 0,
    row.dueAt,
    row.messageKey,
    row.failedWhy,
    row.confirmedAt,
    row.confirmedBy,
  );
}

/** It could not be sent, and somebody who reads the log sees why. */
export function logReminderFailed(db: WriteDb, row: ReminderRow, { at, by }: Author): void {
  const { id: reminderId, responderId, startsAt, failedWhy: why } = row;
  appendLine(db, null, { type: 'reminderFailed', v: 1, at, by, reminderId, responderId, startsAt, why });
}

/** The responder knows: they wrote so (`by` null), or somebody at the desk heard it. */
export function confirmReminderRow(db: WriteDb, id: string, confirmedBy: string | null, { at, by }: Author): void {
  changedOne(
    db.run('UPDATE shift_reminder SET confirmed_at = ?, confirmed_by = ? WHERE id = ?', at, confirmedBy, id),
    'confirm a reminder',
  );
  appendLine(db, null, { type: 'reminderConfirmed', v: 1, at, by, reminderId: id });
}

/** The stretch is not theirs any more, or the reminder never reached them and is made anew. */
export function endReminder(db: WriteDb, id: string, at: number): void {
  changedOne(db.run('UPDATE shift_reminder SET ended_at = ? WHERE id = ?', at, id), 'end a reminder');
}
