import { setTimeout as wait } from 'node:timers/promises';

/** The shell's only view of time. */
export type ShellClock = {
  /** Wall clock, epoch ms: goes on while the computer sleeps. */
  nowMs(): number;
  /** Resolves after `delayMs`, or at once when `signal` is aborted. */
  sleep(delayMs: number, signal: AbortSignal): Promise<void>;
};

export const systemShellClock: ShellClock = {
  nowMs: () => Date.now(),
  sleep: async (delayMs, signal) => {
    // Being woken early is what the signal is for; it is not an error.
    await wait(delayMs, undefined, { signal }).catch(() => undefined);
  },
};
