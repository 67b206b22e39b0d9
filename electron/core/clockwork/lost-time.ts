import type { Desk } from '#core/desk';
import { type BlindTime, noteBlindTime, type Store } from '#core/store';
import type { Clock } from './clock.ts';
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
  /** The wall clock was moved by `deltaMs` while time itself went on. */
  moved(deltaMs: number): void;
  /** Nobody watched: written down, then replies are fetched. Only after that may anything fire. */
  wasBlind(blind: BlindTime): Promise<void>;
};

export function lostTime({ store, desk, clock, fetchReplies, onBroken }: LostTimeDeps): LostTime {
  return {
    moved: (deltaMs) => moveClocks(store, desk, clock, deltaMs, onBroken),
    async wasBlind(blind) {
      desk.change(['status'], (db) => noteBlindTime(db, blind), CORE);
      await fetchReplies();
    },
  };
}
