import { uptime } from 'node:os';

/** The core's only source of time. Everything else gets an instant as an argument. */
export type Clock = {
  /** Wall clock, UTC ms. */
  now(): number;
  /** Time since the machine started, sleep included, in ms; whole seconds on Linux. Elapsed time is measured by it. */
  uptimeMs(): number;
  /** Runs once after `delayMs` unless cancelled. */
  after(delayMs: number, run: () => void): () => void;
};

/** Longer delays overflow a 32-bit timer and would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's own clocks. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    uptimeMs: () => uptime() * 1000,
    after: (delayMs, run) => {
      const timer = setTimeout(run, Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS));
      return () => clearTimeout(timer);
    },
  };
}
