import type { ReadDb } from './connection.ts';

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
