import type { ReadDb, WriteDb } from './connection.ts';
import { appendLine, logHead } from './log.ts';
import { firstSeqAt } from './night-rows.ts';
import type { Author } from './tables.ts';

/** Calls outside the desk for an alarm that nobody heard there. All of one silence have the same `since`. */

/** `coordinator` and `manager`: the one at the desk, and whoever is over them. */
export type CallStage = 'coordinator' | 'manager';

export type AlarmCallRow = {
  /** Since when the alarm had sounded unheard. */
  readonly since: number;
  readonly stage: CallStage;
  readonly calledAt: number;
  /** Empty where nobody could be called. */
  readonly who: readonly string[];
};

/** The calls of the silence that lasts, oldest first; none while everything was heard. */
export function alarmCalls(db: ReadDb): readonly AlarmCallRow[] {
  return db
    .all<{ since: number; stage: CallStage; calledAt: number; who: string }>(
      'SELECT since, stage, called_at AS calledAt, who FROM alarm_call ORDER BY called_at, stage',
    )
    .map((row) => ({ ...row, who: JSON.parse(row.who) as readonly string[] })); // written below
}

/** Since when the desk counts as unattended: the manager was called, and nobody has heard the alarm since. */
export function unattendedSince(db: ReadDb): number | null {
  return (
    db.get<{ at: number | null }>(`SELECT min(called_at) AS at FROM alarm_call WHERE stage = 'manager'`)?.at ?? null
  );
}

/** Writes a call down, with its line in the log; the manager's first one makes the desk unattended, which is a line too. */
export function putAlarmCall(
  db: WriteDb,
  { since, stage, calledAt, who }: AlarmCallRow,
  { isDeaf, responderIds }: { readonly isDeaf: boolean; readonly responderIds: readonly string[] },
  { at, by }: Author,
): void {
  const wasAttended = unattendedSince(db) === null;
  db.run(
    'INSERT INTO alarm_call (since, stage, called_at, who) VALUES (?, ?, ?, ?)',
    since,
    stage,
    calledAt,
    JSON.stringify(who),
  );
  appendLine(db, null, { type: 'alarmUnheard', v: 1, at, by, since, stage, isDeaf, responderIds });
  if (stage === 'manager' && wasAttended) appendLine(db, null, { type: 'deskUnattended', v: 1, at, by, since });
}

/** A person has heard the alarm, or is at work, or it is over. */
export function forgetAlarmCalls(db: WriteDb, wasUnattended: boolean, { at, by }: Author): void {
  const since = unattendedSince(db);
  db.run('DELETE FROM alarm_call');
  if (wasUnattended && since !== null) appendLine(db, null, { type: 'deskAttended', v: 1, at, by, since });
}

/** The wall clock was moved: the calls keep their distance. */
export function shiftAlarmCalls(db: WriteDb, deltaMs: number): void {
  db.run('UPDATE alarm_call SET since = since + ?, called_at = called_at + ?', deltaMs, deltaMs);
}

/** A window that is open reads a resident's texts by itself: that shows nobody. */
const NOBODY_NEEDED = ['wordsRead'];

/**
 * When a person at the desk last did anything that is a line of the log, within the last `withinMs` when it is first
 * asked; null when nobody did. By the clock of now: each move of it since then is reckoned in. Each line is read once,
 * however often it is asked.
 */
export function actsAtDesk(db: ReadDb): (now: number, withinMs: number) => number | null {
  let read: number | null = null;
  let lastAt: number | null = null;
  return (now, withinMs) => {
    const after = read ?? seqBefore(db, now - withinMs);
    read = logHead(db).seq;
    const act = db.get<{ seq: number; at: number }>(
      `SELECT seq, payload ->> '$.at' AS at FROM log
       WHERE seq > ? AND seq <= ? AND payload ->> '$.by.kind' IN ('staff', 'lockedDesk')
         AND payload ->> '$.type' NOT IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT 1`,
      after,
      read,
      JSON.stringify(NOBODY_NEEDED),
    );
    const at = act?.at ?? lastAt;
    // One that still lies ahead is of a clock that was set back unseen: it is taken for one of now, and only once.
    if (at !== null) lastAt = Math.min(now, at + movedAfter(db, act?.seq ?? after, read));
    return lastAt;
  };
}

/** The line before the first one of `since`, by the clock of now: where it was set forward, older ones look too old. */
function seqBefore(db: ReadDb, since: number): number {
  const first = firstSeqAt(db, since);
  const forwardMs = movedAfter(db, first - 1, logHead(db).seq);
  return (forwardMs > 0 ? firstSeqAt(db, since - forwardMs) : first) - 1;
}

/** How far the wall clock was moved after line `seq`, up to line `last`. */
function movedAfter(db: ReadDb, seq: number, last: number): number {
  const moved = db.get<{ ms: number | null }>(
    `SELECT sum(payload ->> '$.deltaMs') AS ms FROM log
     WHERE seq > ? AND seq <= ? AND incident_id IS NULL AND payload ->> '$.type' = 'wallClockMoved'`,
    seq,
    last,
  );
  return moved?.ms ?? 0;
}

/** Every open P1 and P2, by number. */
export function openUrgent(db: ReadDb): readonly { readonly id: string; readonly number: number }[] {
  return db.all(`SELECT id, number FROM incident WHERE is_open = 1 AND tier IN ('P1', 'P2') ORDER BY number`);
}

/** Whether a P1 or P2 is open. */
export function anyOpenUrgent(db: ReadDb): boolean {
  return db.get(`SELECT 1 FROM incident WHERE is_open = 1 AND tier IN ('P1', 'P2') LIMIT 1`) !== undefined;
}
