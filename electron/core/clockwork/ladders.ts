import type { Desk } from '#core/desk';
import {
  asTrouble,
  type DueClock,
  dueClocks,
  isStillDue,
  neglectedIds,
  nextClockAt,
  type Store,
  StoreTrouble,
} from '#core/store';
import type { ClockKind } from '#shared/contract';
import type { Manager } from './clockwork.ts';

/** Commands fired before the loop lets others have a turn. */
const BATCH = 25;
const SELF_CHECK_EVERY_MS = 5_000;
/** An incident whose clock threw (a bug) is tried again after this; the others do not wait for it. */
const BROKEN_PAUSE_MS = 10_000;
const CORE = { kind: 'core' } as const;

type LadderEvents = {
  onBroken(incidentId: string, error: unknown): void;
  /** Called before steps fire: resolves when the live calendars have answered, or a moment later; never rejects. */
  freshCalendars(): Promise<void>;
};

/** Clocks that ask who is on call. */
const ASKS_WHO: readonly string[] = [
  'step',
  'round',
  'late',
  'deskStep',
  'whateverElse',
  'noEta',
  'eta',
  'confirmTier',
  'stale',
  'hold',
] satisfies ClockKind[];

/** Fires the clocks of incidents: each is one command; a token that is gone changes nothing. */
export function ladderManager(store: Store, desk: Desk, { onBroken, freshCalendars }: LadderEvents): Manager {
  const pausedUntil = new Map<string, number>();
  /** The live calendars are being waited for; they have been, and what is due may fire. */
  let isAsking = false;
  let hasAsked = false;

  /** Incidents that are left alone for now. A pause longer than any we give: the wall clock was set back. */
  const paused = (now: number): readonly string[] => {
    for (const [id, until] of pausedUntil) if (until <= now || until > now + BROKEN_PAUSE_MS) pausedUntil.delete(id);
    return [...pausedUntil.keys()];
  };

  /** Waits outside the loop, where it keeps nothing else from being done, and has the clocks looked at again. */
  const askFirst = (): void => {
    isAsking = true;
    void freshCalendars().finally(() => {
      isAsking = false;
      hasAsked = true;
      desk.poke();
    });
  };

  const fire = (clock: DueClock, now: number): void => {
    const { incidentId, kind, token } = clock;
    try {
      // Written by clocksOf, whose kinds these are.
      const fired = desk.execute(incidentId, { type: 'clockDue', kind: kind as ClockKind, token }, CORE);
      if (fired.ok && fired.events.length > 0) return;
      // Gone meanwhile is harmless. Still there would be due again at once, for ever: a bug, and a person must know.
      if (!isStillDue(store.write, clock, now)) return;
      const isAlarmed = fired.ok && fired.state.alarms.some((each) => each.kind === 'withoutClock');
      if (!isAlarmed) desk.execute(incidentId, { type: 'raiseAlarm', kind: 'withoutClock' }, CORE);
      throw new Error(`the clock ${kind} came due and changed nothing`);
    } catch (error) {
      // A disk that is full is not this incident's fault: nothing fires at all, and that has an alarm of its own.
      if (asTrouble(error, store.folder) instanceof StoreTrouble) throw error;
      pausedUntil.set(incidentId, now + BROKEN_PAUSE_MS);
      onBroken(incidentId, error);
    }
  };

  return {
    name: 'ladders',
    nextDueAt(now) {
      if (isAsking) return null;
      const next = nextClockAt(store.write, paused(now)) ?? Number.POSITIVE_INFINITY;
      const soonest = Math.min(next, ...pausedUntil.values());
      // What was asked for is gone: the next one asks anew.
      if (soonest > now) hasAsked = false;
      return soonest === Number.POSITIVE_INFINITY ? null : soonest;
    },
    run(now) {
      const due = dueClocks(store.write, now, BATCH, paused(now));
      if (!hasAsked && due.some(({ kind }) => ASKS_WHO.includes(kind))) return askFirst();
      hasAsked = false;
      // One durable commit for all that is due together: the disk is what makes a step late. A command that throws takes
      // back its own part only.
      store.write.transact(() => {
        for (const clock of due) if (!pausedUntil.has(clock.incidentId)) fire(clock, now);
      });
    },
  };
}

/** Every few seconds: each open P1 and P2 has a clock or an alarm. One that has not gets the alarm. */
export function selfCheckManager(store: Store, desk: Desk, startedAt: number): Manager {
  let nextAt = startedAt;
  return {
    name: 'self-check',
    // Further away than a turn: the wall clock was set back.
    nextDueAt: (now) => (nextAt > now + SELF_CHECK_EVERY_MS ? now : nextAt),
    run(now) {
      nextAt = now + SELF_CHECK_EVERY_MS;
      for (const id of neglectedIds(store.write)) desk.execute(id, { type: 'raiseAlarm', kind: 'withoutClock' }, CORE);
    },
  };
}
