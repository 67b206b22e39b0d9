import type { Visited } from './gammu-database.ts';

/** A lock of gammu-smsd is over in milliseconds: the thread goes on in between, and then it is tried again. */
const LOCK_PAUSE_MS = 25;
const LOCK_TRIES = 8;

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = AbortSignal.any([signal, AbortSignal.timeout(LOCK_PAUSE_MS)]);
    if (over.aborted) resolve();
    else over.addEventListener('abort', () => resolve(), { once: true });
  });

/** Tries again while the database is locked, a few times; the core's thread is free in between. */
export async function patiently<Value>(look: () => Visited<Value>, signal: AbortSignal): Promise<Visited<Value>> {
  for (let tries = 1; ; tries += 1) {
    const found = look();
    if (found.ok || !found.isBusy || tries === LOCK_TRIES || signal.aborted) return found;
    await pause(signal);
  }
}
