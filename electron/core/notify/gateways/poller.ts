import type { GatewayHealth, Timer } from '../driver.ts';
import type { GatewayLog } from './gateway-log.ts';

export type PollerOptions = {
  /** The gateway's name, for the log. */
  readonly name: string;
  readonly timer: Timer;
  readonly everyMs: number;
  /**
   * Fetches what waits and hands it in: null, or why the gateway did not let it. Rejects where the core could not commit.
   * `isThorough`: after a blind time and now and then everything is looked through again rather than only what is new.
   */
  readonly poll: (signal: AbortSignal, isThorough: boolean) => Promise<GatewayHealth | null>;
  readonly log: GatewayLog;
};

export type Poller = {
  start(): void;
  /** Resolves when nothing is being handed in any more. */
  stop(): Promise<void>;
  /** Fetches at once whatever is there now, thoroughly; not before what is being fetched has been handed in. */
  now(signal: AbortSignal): Promise<void>;
  /** Why the last round failed; null when it did not, or none was made yet. */
  trouble(): GatewayHealth | null;
};

/** A gateway that is away for the night is still looked for this often. */
const LONGEST_PAUSE_MS = 60_000;
/** A round that takes longer has hung. */
const ROUND_LIMIT_MS = 30_000;
const ROUNDS_PER_THOROUGH_ONE = 60;

/**
 * Asks a gateway that cannot call us, again and again: one round at a time, at twice the distance after each that failed,
 * on the core's own timer. After `stop` nothing is handed in.
 */
export function poller({ name, timer, everyMs, poll, log }: PollerOptions): Poller {
  let life: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();
  let failures = 0;
  let rounds = 0;
  let trouble: GatewayHealth | null = null;

  const tryPoll = async (signal: AbortSignal, isThorough: boolean): Promise<GatewayHealth | null> => {
    try {
      return await poll(AbortSignal.any([signal, AbortSignal.timeout(ROUND_LIMIT_MS)]), isThorough);
    } catch (error) {
      // The error's message may hold what was written: its name has to do.
      return { level: 'warn', detail: `repliesNotFetched:${error instanceof Error ? error.name : ''}` };
    }
  };

  const round = async (signal: AbortSignal, isThorough: boolean): Promise<void> => {
    const found = await tryPoll(signal, isThorough);
    // Given up from outside: that says nothing about the gateway.
    if (signal.aborted) return;
    trouble = found;
    failures = found === null ? 0 : failures + 1;
    // Once, not every minute of a night.
    if (found !== null && failures === 1) log('warn', `${name}: polling failed`, { reason: found.detail });
  };

  /** Behind whatever runs: two rounds at once would hand in the same reply twice. */
  const inTurn = (signal: AbortSignal, isThorough: boolean): Promise<void> => {
    running = running.then(() => (signal.aborted ? undefined : round(signal, isThorough)));
    return running;
  };

  const next = (own: AbortController): void => {
    const pauseMs = failures === 0 ? everyMs : Math.min(LONGEST_PAUSE_MS, everyMs * 2 ** Math.min(failures, 10));
    timer(pauseMs, () => turn(own));
  };

  /** The timer cannot be called off: one of a life that is over does nothing. */
  const turn = (own: AbortController): void => {
    if (own.signal.aborted) return;
    const isThorough = rounds % ROUNDS_PER_THOROUGH_ONE === 0;
    rounds += 1;
    void inTurn(own.signal, isThorough).then(() => next(own));
  };

  return {
    start() {
      life?.abort();
      life = new AbortController();
      rounds = 0;
      failures = 0;
      trouble = null;
      turn(life);
    },
    async stop() {
      life?.abort();
      life = null;
      await running;
    },
    async now(signal) {
      if (life !== null) await inTurn(AbortSignal.any([life.signal, signal]), true);
    },
    trouble: () => trouble,
  };
}
