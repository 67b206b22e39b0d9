const FIRST_MS = 500;
const MOST_MS = 30_000;

/**
 * How long to wait before starting a dead core again: half a second, doubling, at most half a minute. It never gives
 * up: people rely on it at night.
 *
 * @param failures how often in a row it died before
 */
export const restartDelayMs = (failures: number): number => Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures, 16));
