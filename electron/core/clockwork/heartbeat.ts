import { type BlindTime, beat, lastHeartbeat, type Store } from '#core/store';
import type { Clock } from './clock.ts';
import type { Manager } from './clockwork.ts';

const BEAT_EVERY_MS = 5_000;
/** A stop shorter than this loses nothing anybody would notice. */
const UNNOTICED_MS = 5_000;
/** Uptime has whole seconds, so wall and uptime may differ by this without the clock having been moved. */
export const MOVED_MS = 2_000;

/** Writes down that the core lives, so that the next start knows since when nobody watched. */
export function heartbeatManager(store: Store, clock: Clock): Manager {
  let nextAt = 0;
  return {
    name: 'heartbeat',
    // Further away than a beat: the wall clock was set back.
    nextDueAt: (now) => (nextAt > now + BEAT_EVERY_MS ? now : nextAt),
    run(now) {
      nextAt = now + BEAT_EVERY_MS;
      store.write.transact(() => beat(store.write, { at: now, uptimeMs: clock.uptimeMs() }));
    },
  };
}

/** What happened while no core ran. */
export type Absence = {
  readonly blind: BlindTime | null;
  /** How far the wall clock was moved meanwhile: measured, or after a reboot guessed where it is proved wrong. */
  readonly movedMs: number;
  /** Started again meanwhile. */
  readonly reboot: Reboot | null;
};

export type Reboot = {
  /** The last heartbeat before it, by the clock of that time. */
  readonly lastSeenAt: number;
  /** By how much the wall clock must be behind at least; 0 where nothing proves it wrong. */
  readonly guessedMs: number;
};

/** Compares the last heartbeat with now. */
export function absence(store: Store, clock: Clock): Absence {
  const last = lastHeartbeat(store.read);
  if (!last) return { blind: null, movedMs: 0, reboot: null };
  const now = clock.now();
  const uptimeMs = clock.uptimeMs();
  const bootedAt = now - uptimeMs;
  // Uptime began again, or began (by today's wall clock) after the last beat: then it cannot measure the time between.
  if (uptimeMs < last.uptimeMs || bootedAt > last.at) {
    // Started before it was last seen alive: the clock is wrong, and no more is known than that it has been up since.
    const guessedMs = bootedAt < last.at - MOVED_MS ? Math.round(last.at - bootedAt) : 0;
    const from = guessedMs > 0 ? bootedAt : last.at;
    return {
      blind: now - from > UNNOTICED_MS ? { from, to: now, why: 'rebooted' } : null,
      movedMs: guessedMs === 0 ? 0 : -guessedMs,
      reboot: { lastSeenAt: last.at, guessedMs },
    };
  }
  const wallMs = now - last.at;
  const movedMs = wallMs - (uptimeMs - last.uptimeMs);
  const isMoved = Math.abs(movedMs) > MOVED_MS;
  const goneMs = isMoved ? wallMs - movedMs : wallMs;
  return {
    blind: goneMs > UNNOTICED_MS ? { from: now - goneMs, to: now, why: 'stopped' } : null,
    movedMs: isMoved ? Math.round(movedMs) : 0,
    reboot: null,
  };
}
