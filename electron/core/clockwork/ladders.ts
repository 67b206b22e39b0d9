import type { Desk } from '#core/desk';
import { dueClocks, neglectedIds, nextClockAt, type Store } from '#core/store';
import type { ClockKind } from '#shared/contract';
import type { Manager } from './clockwork.ts';

/** Commands fired before the loop lets others have a turn. */
const BATCH = 25;
const SELF_CHECK_EVERY_MS = 5_000;
/** An incident whose clock threw (a bug) is tried again after this; the others do not wait for it. */
const BROKEN_PAUSE_MS = 10_000;

/** Fires the clocks of incidents: each is one command; a token that is gone changes nothing. */
export function ladderManager(
  store: Store,
  desk: Desk,
  onLate: (lateMs: number) => void,
  onBroken: (incidentId: string, error: unknown) => void,
): Manager {
  const broken = new Map<string, number>();
  return {
    name: 'ladders',
    nextDueAt(now) {
      const paused = [...broken].filter(([, until]) => until > now);
      const next = nextClockAt(
        store.write,
        paused.map(([id]) => id),
      );
      const ends = paused.map(([, until]) => until);
      return next === null && ends.length === 0 ? null : Math.min(next ?? Number.POSITIVE_INFINITY, ...ends);
    },
    async run(now) {
      for (;;) {
        const due = dueClocks(store.write, now, BATCH + broken.size).filter(
          (clock) => (broken.get(clock.incidentId) ?? 0) <= now,
        );
        if (due.length === 0) return;
        for (const { incidentId, kind, token, dueAt } of due) {
          try {
            // Written by clocksOf, whose kinds these are.
            desk.execute(incidentId, { type: 'clockDue', kind: kind as ClockKind, token }, { kind: 'core' });
            broken.delete(incidentId);
            if (kind === 'step') onLate(now - dueAt);
          } catch (error) {
            broken.set(incidentId, now + BROKEN_PAUSE_MS);
            onBroken(incidentId, error);
          }
        }
        await new Promise(setImmediate);
      }
    },
  };
}

/** Every few seconds: each open P1 and P2 has a clock or an alarm. One that has not gets the alarm. */
export function selfCheckManager(store: Store, desk: Desk, startedAt: number): Manager {
  let nextAt = startedAt;
  return {
    name: 'self-check',
    nextDueAt: () => nextAt,
    run(now) {
      nextAt = now + SELF_CHECK_EVERY_MS;
      for (const id of neglectedIds(store.write))
        desk.execute(id, { type: 'raiseAlarm', kind: 'withoutClock' }, { kind: 'core' });
    },
  };
}
