import type { ReadDb, WriteDb } from './connection.ts';
import { appendLine } from './log.ts';

/** When somebody watched: the heartbeat of the core, and the stretches in which nobody did. */

export type BlindTime = { readonly from: number; readonly to: number; readonly why: string };

/** A stretch in which nobody watched: logged, and shown from when to when. */
export function noteBlindTime(db: WriteDb, blind: BlindTime): void {
  db.run('INSERT INTO blind_time (from_at, to_at, why) VALUES (?, ?, ?)', blind.from, blind.to, blind.why);
  appendLine(db, null, {
    type: 'blindTime',
    v: 1,
    at: blind.to,
    by: { kind: 'core' },
    from: blind.from,
    to: blind.to,
    why: blind.why,
  });
}

/** Stretches nobody watched that ended at `since` or later, oldest first. */
export function blindTimesSince(db: ReadDb, since: number): readonly BlindTime[] {
  return db.all<BlindTime>(
    'SELECT from_at AS "from", to_at AS "to", why FROM blind_time WHERE to_at >= ? ORDER BY from_at',
    since,
  );
}

export type Heartbeat = { readonly at: number; readonly uptimeMs: number };

/** When this core, or the one before it, was last seen alive. */
export function lastHeartbeat(db: ReadDb): Heartbeat | null {
  return db.get<Heartbeat>('SELECT at, uptime_ms AS uptimeMs FROM heartbeat WHERE id = 1') ?? null;
}

/** The core lives at this moment. */
export function beat(db: WriteDb, beatAt: Heartbeat): void {
  db.run(
    'INSERT INTO heartbeat (id, at, uptime_ms) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at, uptime_ms = excluded.uptime_ms',
    beatAt.at,
    beatAt.uptimeMs,
  );
}
