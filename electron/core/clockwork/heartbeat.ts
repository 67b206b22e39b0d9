import { type BlindTime, beat, lastHeartbeat, type Store } from '#core/store';
import type { Clock } from './clock.ts';
import type { Manager } from './clockwork.ts';

const BEAT_EVERY_MS = 5_000;
/** A stop shorter than this loses nothing anybody would notice. */
const UNNOTICED_MS = 5_000;
/** Uptime has whole seconds, so wall and uptime may differ by this without the clock having been moved. */
const MOVED_MS = 2_000;

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
  /** How far the wall clock was moved meanwhile; 0 after a reboot, when the wall clock is trusted. */
  readonly movedMs: number;
};

/** Compares the last heartbeat with now. */
export function absence(store: Store, clock: Clock): Absence {
  const last = lastHeartbeat(store.read);
  if (!last) return { blind: null, movedMs: 0 };
  const now = clock.now();
  const uptimeMs = clock.uptimeMs();
  const wallMs = now - last.at;
  // Uptime began again, or began (by today's wall clock) after the last beat: then it cannot measure the time between.
  const hasRebooted = uptimeMs < last.uptimeMs || now - uptimeMs > last.at;
  const movedMs = hasRebooted ? 0 : wallMs - (uptimeMs - last.uptimeMs);
  const isMoved = Math.abs(movedMs) > MOVED_MS;
  const goneMs = isMoved ? wallMs - movedMs : wallMs;
  return {
    blind: goneMs > UNNOTICED_MS ? { from: now - goneMs, to: now, why: hasRebooted ? 'rebooted' : 'stopped' } : null,
    movedMs: isMoved ? Math.round(movedMs) : 0,
  };
}
