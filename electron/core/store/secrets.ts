import type { ReadDb, WriteDb } from './connection.ts';
import { appendLine } from './log.ts';
import type { Author } from './tables.ts';

/**
 * Values that are written once and shown never: apart from the tables whose changes the log repeats. The log is told that
 * one was set, by whom and when, and never what it is.
 */

export function putSecret(db: WriteDb, id: string, value: string, { at, by }: Author): void {
  if (getSecret(db, id) === value) return;
  db.run(
    'INSERT INTO secret (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
    id,
    value,
  );
  appendLine(db, null, { type: 'secretSet', v: 1, at, by, secretId: id });
}

/** Forgets a secret for good; the log is told that it is gone. */
export function removeSecret(db: WriteDb, id: string, { at, by }: Author): void {
  if (db.run('DELETE FROM secret WHERE id = ?', id) === 0) return;
  appendLine(db, null, { type: 'secretRemoved', v: 1, at, by, secretId: id });
}

export function getSecret(db: ReadDb, id: string): string | null {
  return db.get<{ value: string }>('SELECT value FROM secret WHERE id = ?', id)?.value ?? null;
}

export type StaffSecret = {
  readonly salt: string;
  readonly hash: string;
  readonly wrong: number;
  readonly waitUntil: number;
};

export function staffSecret(db: ReadDb, staffId: string): StaffSecret | null {
  return (
    db.get<StaffSecret>(
      'SELECT salt, hash, wrong, wait_until AS waitUntil FROM staff_secret WHERE staff_id = ?',
      staffId,
    ) ?? null
  );
}

/** Writes what is kept of a PIN. Counting the wrong ones sets none, so that is no line. */
export function putStaffSecret(db: WriteDb, staffId: string, secret: StaffSecret, { at, by }: Author): void {
  const isSame = staffSecret(db, staffId)?.hash === secret.hash;
  db.run(
    `INSERT INTO staff_secret (staff_id, salt, hash, wrong, wait_until) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (staff_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, wrong = excluded.wrong, wait_until = excluded.wait_until`,
    staffId,
    secret.salt,
    secret.hash,
    secret.wrong,
    secret.waitUntil,
  );
  if (!isSame) appendLine(db, null, { type: 'pinSet', v: 1, at, by, staffId });
}
