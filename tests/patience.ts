import { setTimeout as pause } from 'node:timers/promises';

/**
 * How long a test waits for what must come. Only a guard against waiting for ever: nothing is expected to take this long,
 * and it stays below the test's own limit, so that the message says what was waited for.
 */
export const PATIENCE_MS = 60_000;

/** For a driver or a request that is not meant to be given up. */
export const patience = (): AbortSignal => AbortSignal.timeout(PATIENCE_MS);

/** Asks again every 10 ms until there is an answer other than null; rejects with `what` when patience is over. */
export async function eventually<T>(ask: () => T | null | Promise<T | null>, what: string): Promise<T> {
  const limit = patience();
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (limit.aborted) throw new Error(`waited ${PATIENCE_MS} ms in vain for ${what}`);
    await pause(10);
  }
}

/** Looks again every 10 ms until it is so; rejects with `what` when patience is over. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  await eventually(async () => ((await isSo()) ? true : null), what);
}
