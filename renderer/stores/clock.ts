import { useSyncExternalStore } from 'react';

/**
 * The console's clock: the core's time, carried forward by this computer's. The renderer schedules nothing; this only
 * moves digits. One beat a second for the whole window, at the full second of the core's time, inside an animation frame.
 */
const clock = { offsetMs: 0, second: 0 };
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | null = null;

/** The core's time now, in UTC ms, as well as this window knows it. */
export function coreNow(): number {
  return Date.now() + clock.offsetMs;
}

/** Sets the clock from an answer of the core: `now` as it said, asked at `askedAt` and answered at `answeredAt`. */
export function setCoreTime(now: number, askedAt: number, answeredAt: number): void {
  clock.offsetMs = offsetOf(now, askedAt, answeredAt);
  beat();
}

/** How far the core's clock is ahead of ours, ms; half the round trip is taken as the way back. */
export function offsetOf(now: number, askedAt: number, answeredAt: number): number {
  return Math.round(now + (answeredAt - askedAt) / 2 - answeredAt);
}

function beat(): void {
  const now = coreNow();
  const second = Math.floor(now / 1000) * 1000;
  if (second !== clock.second) {
    clock.second = second;
    for (const listener of listeners) listener();
  }
  if (timer) clearTimeout(timer);
  timer = listeners.size > 0 ? setTimeout(() => requestAnimationFrame(beat), 1005 - (now - second)) : null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) beat();
  return () => listeners.delete(listener);
}

const snapshot = () => clock.second;

/** The current second of the core's time, UTC ms; the component is drawn anew each second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

const QUARTER_MS = 15 * 60_000;
const quarterSnapshot = () => Math.floor(coreNow() / QUARTER_MS) * QUARTER_MS;

/** The quarter of an hour it is, UTC ms. In every zone midnight falls on one: enough for whoever asks only for the day. */
export function useQuarter(): number {
  return useSyncExternalStore(subscribe, quarterSnapshot, quarterSnapshot);
}
