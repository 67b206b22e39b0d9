import type { Clock } from './clock.ts';

/** Somebody with due work. One per concern; each knows when it is due next, from columns, so a restart loses nothing. */
export type Manager = {
  readonly name: string;
  /** When there is something to do; null when nothing waits. */
  nextDueAt(now: number): number | null;
  /** Does what is due. Returns quickly: slow work goes on by itself and pokes when it is done. */
  run(now: number): void | Promise<void>;
};

export type ClockworkEvents = {
  /** The loop overslept (sleep, stop, hang): nobody watched from `from` to `to`. Resolves when replies were fetched. */
  wasBlind(from: number, to: number): Promise<void>;
  /**
   * The wall clock was moved by `deltaMs` while time itself went on. What waits is shifted before this returns, and nothing
   * fires before it is settled.
   */
  clockMoved(deltaMs: number): Promise<void>;
  /** A manager threw: a bug, or a broken machine. The others go on. */
  failed(manager: string, error: unknown): void;
  /** A manager has done what was due. */
  worked(manager: string): void;
  /** The loop comes round now, and again within `withinMs`. */
  comesRound(withinMs: number): void;
  /** A manager has not come back in time: it is not asked again before it has, and the others go on. */
  leftBehind(manager: string): void;
  isBack(manager: string): void;
  /** How long the next nap may be at most. */
  longestNapMs(): number;
};

export type Clockwork = {
  start(): void;
  /** Something changed: look again now. */
  poke(): void;
  /**
   * To be asked before anything new is written: where the wall clock was moved since the last look, what waits is shifted
   * at once, so that nothing which begins by the new time is taken for older than the move.
   */
  noticeMove(): void;
  /** Ends the loop; resolves when the round that is running has ended. */
  stop(): Promise<void>;
  /** Resolves when a whole round has found nothing due. For tests with a fake clock. */
  idle(): Promise<void>;
};

/** A nap that overran by more than this was no nap. */
const BLIND_MS = 5_000;
/** Wall and uptime may drift apart by this before the wall clock counts as moved; uptime has whole seconds. */
const MOVED_MS = 2_000;
/** A manager that threw is left alone for this long. */
const FAILED_PAUSE_MS = 1_000;
/** A manager that takes longer than this is left behind. */
const RUN_LIMIT_MS = 10_000;
/** What waits at the gateway is fetched for at most this long after a blind time. */
const FETCH_LIMIT_MS = 5_000;

/** Durable time: one timer to the next thing due, safe to run twice, safe to oversleep. */
export function clockwork(clock: Clock, managers: readonly Manager[], events: ClockworkEvents): Clockwork {
  let cancelTimer: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let isPoked = false;
  let isStopped = true;
  let waiters: (() => void)[] = [];
  let seen = { wall: 0, uptime: 0, wakeAt: 0 };
  /** What the moves that were noticed need; settled most of the time. */
  let settling: Promise<void> | null = null;
  const pausedUntil = new Map<string, number>();
  const leftBehind = new Set<string>();

  /** Finds out whether time or the wall clock jumped. Must never end the loop: what fails here is told, and it goes on. */
  const look = async (): Promise<void> => {
    try {
      events.comesRound(0);
      await compareClocks();
    } catch (error) {
      events.failed('clock', error);
    }
  };

  const compareClocks = async (): Promise<void> => {
    noticeMove();
    const wall = clock.now();
    const uptimeMs = clock.uptimeMs();
    const oversleptMs = uptimeMs - seen.uptime - (seen.wakeAt - seen.wall);
    const before = seen;
    seen = { wall, uptime: uptimeMs, wakeAt: wall };
    if (settling !== null || oversleptMs > BLIND_MS) events.comesRound(FETCH_LIMIT_MS);
    await settling;
    if (oversleptMs > BLIND_MS) await events.wasBlind(Math.round(before.wall), wall);
  };

  const noticeMove = (): void => {
    if (isStopped) return;
    const movedMs = clock.now() - seen.wall - (clock.uptimeMs() - seen.uptime);
    if (Math.abs(movedMs) <= MOVED_MS) return;
    seen = { ...seen, wall: seen.wall + movedMs, wakeAt: seen.wakeAt + movedMs };
    for (const [name, until] of pausedUntil) pausedUntil.set(name, until + movedMs);
    const all = Promise.all([settling, events.clockMoved(Math.round(movedMs))])
      .catch((error: unknown) => events.failed('clock', error))
      .then(() => {
        if (settling === all) settling = null;
      });
    settling = all;
  };

  const round = async (): Promise<void> => {
    await look();
    for (const manager of managers) {
      if (isStopped) return;
      const now = clock.now();
      if (leftBehind.has(manager.name) || (pausedUntil.get(manager.name) ?? 0) > now) continue;
      try {
        const dueAt = manager.nextDueAt(now);
        if (dueAt === null || dueAt > now) continue;
        const work = manager.run(now);
        if (work === undefined || (await isInTime(manager.name, work))) events.worked(manager.name);
      } catch (error) {
        failed(manager.name, error);
      }
    }
  };

  const failed = (manager: string, error: unknown): void => {
    pausedUntil.set(manager, clock.now() + FAILED_PAUSE_MS);
    events.failed(manager, error);
  };

  /** Whether the work ends within its limit. One that does not is left behind until it ends after all. */
  const isInTime = async (manager: string, work: Promise<void>): Promise<boolean> => {
    let cancelLimit = (): void => undefined;
    const limit = new Promise<false>((resolve) => {
      cancelLimit = clock.after(RUN_LIMIT_MS, () => resolve(false));
    });
    const isDone = await Promise.race([work.then(() => true), limit]).finally(() => cancelLimit());
    if (isDone) return true;
    leftBehind.add(manager);
    events.leftBehind(manager);
    void work
      .catch((error: unknown) => failed(manager, error))
      .finally(() => {
        leftBehind.delete(manager);
        events.isBack(manager);
        wake();
      });
    return false;
  };

  /** What `ask` answers; what it throws is told, and asked again soon. A bug must never end the loop. */
  const orSoon = <Answer>(name: string, ask: () => Answer, now: number): Answer | number => {
    try {
      return ask();
    } catch (error) {
      events.failed(name, error);
      return now + FAILED_PAUSE_MS;
    }
  };

  /** How long nothing is due; 0 when something is. */
  const napMs = (): number => {
    const now = clock.now();
    let least = orSoon('nap', () => now + events.longestNapMs(), now) ?? now;
    for (const manager of managers) {
      if (leftBehind.has(manager.name)) continue;
      const dueAt = orSoon(manager.name, () => manager.nextDueAt(now), now);
      if (dueAt !== null) least = Math.min(least, Math.max(dueAt, pausedUntil.get(manager.name) ?? 0));
    }
    return Math.max(0, least - now);
  };

  const run = async (): Promise<void> => {
    do {
      isPoked = false;
      await round();
      // Others get their turn between two rounds: requests, answers of gateways.
      await new Promise(setImmediate);
      // Something due at once (a step that made a message due) is not a nap.
    } while (!isStopped && (isPoked || napMs() === 0));
    running = null;
    if (isStopped) return settleWaiters();
    const delayMs = napMs();
    seen = { wall: clock.now(), uptime: clock.uptimeMs(), wakeAt: clock.now() + delayMs };
    cancelTimer = clock.after(delayMs, wake);
    orSoon('clock', () => events.comesRound(delayMs), clock.now());
    settleWaiters();
  };

  const settleWaiters = (): void => {
    const waiting = waiters;
    waiters = [];
    for (const resolve of waiting) resolve();
  };

  const wake = (): void => {
    if (isStopped) return;
    if (running) {
      isPoked = true;
      return;
    }
    cancelTimer?.();
    // Not at once: whoever pokes may stand in the middle of a transaction.
    running = Promise.resolve().then(run);
  };

  return {
    start() {
      isStopped = false;
      seen = { wall: clock.now(), uptime: clock.uptimeMs(), wakeAt: clock.now() };
      wake();
    },
    poke: wake,
    noticeMove,
    async stop() {
      isStopped = true;
      cancelTimer?.();
      await running;
    },
    idle: () => (running ? new Promise((resolve) => waiters.push(resolve)) : Promise.resolve()),
  };
}
