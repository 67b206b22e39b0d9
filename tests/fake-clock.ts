import type { Clock } from '#core/clockwork';

/** A clock that stands still until it is told to go on. Wall and uptime are separate, as on a real machine. */
export type FakeClock = Clock & {
  /** Lets time pass, running timers in order and `settle` after each. */
  pass(ms: number, settle: () => Promise<void>): Promise<void>;
  /** The computer sleeps: time goes by and no timer runs until it wakes. */
  sleep(ms: number): void;
  /** Somebody sets the wall clock. */
  moveWall(ms: number): void;
  /** The computer was started again `agoMs` ago: uptime counts from then. */
  rebooted(agoMs: number): void;
};

type Timer = { dueUptime: number; run: () => void };

export function fakeClock(startAt: number, upForMs = 1_000_000): FakeClock {
  let wall = startAt;
  let uptime = upForMs;
  const timers = new Set<Timer>();

  const runDue = async (until: number, settle: () => Promise<void>): Promise<void> => {
    for (;;) {
      const next = [...timers].sort((a, b) => a.dueUptime - b.dueUptime)[0];
      if (!next || next.dueUptime > until) return;
      const step = Math.max(0, next.dueUptime - uptime);
      uptime += step;
      wall += step;
      timers.delete(next);
      next.run();
      await settle();
    }
  };

  return {
    now: () => wall,
    uptimeMs: () => uptime,
    after(delayMs, run) {
      const timer = { dueUptime: uptime + Math.max(0, delayMs), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async pass(ms, settle) {
      const until = uptime + ms;
      await settle();
      await runDue(until, settle);
      wall += until - uptime;
      uptime = until;
      await settle();
    },
    sleep(ms) {
      uptime += ms;
      wall += ms;
    },
    moveWall(ms) {
      wall += ms;
    },
    rebooted(agoMs) {
      uptime = agoMs;
    },
  };
}
