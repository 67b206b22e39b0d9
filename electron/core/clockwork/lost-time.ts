import type { Desk } from '#core/desk';
import { type BlindTime, noteBlindTime, type Store } from '#core/store';
import { type Doubt, doubtAfterReboot } from './after-reboot.ts';
import type { Clock } from './clock.ts';
import type { Reboot } from './heartbeat.ts';
import { moveClocks } from './moved-clock.ts';

const CORE = { kind: 'core' } as const;

export type LostTimeDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  /** Fetches replies and receipts that wait at the gateway; resolves after a few seconds at the latest. */
  readonly fetchReplies: () => Promise<void>;
  /** An incident that could not be shifted: a bug. */
  readonly onBroken: (incidentId: string, error: unknown) => void;
};

/** What is to be done about time that did not simply go by; the same after a nap and after a start. */
export type LostTime = {
  /** The computer was started again: the first move of its clock after that may be a correction. */
  rebooted(reboot: Reboot): void;
  /** The wall clock was moved by `deltaMs` while time itself went on. Resolves when what came due by it may fire. */
  moved(deltaMs: number): Promise<void>;
  /** The clockwork itself did not come round: written down; nothing waits at the gateway because of it. */
  wasStuck(blind: BlindTime): void;
  /** Nobody watched: written down, then replies are fetched. Only after that may anything fire. */
  wasBlind(blind: BlindTime): Promise<void>;
};

export function lostTime({ store, desk, clock, fetchReplies, onBroken }: LostTimeDeps): LostTime {
  let doubt: Doubt | null = null;
  const note = (blind: BlindTime): void => desk.change(['status'], (db) => noteBlindTime(db, blind), CORE);
  const wasBlind = async (blind: BlindTime): Promise<void> => {
    note(blind);
    await fetchReplies();
  };
  return {
    rebooted(reboot) {
      doubt = doubtAfterReboot(store, clock, reboot);
    },
    async moved(deltaMs) {
      const corrected = doubt?.(deltaMs);
      doubt = null;
      moveClocks(store, desk, clock, { deltaMs, shiftOf: corrected?.shiftOf ?? (() => deltaMs) }, onBroken);
      if (corrected?.blind) await wasBlind(corrected.blind);
    },
    wasStuck: note,
    wasBlind,
  };
}
