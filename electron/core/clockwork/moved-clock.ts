import type { Desk } from '#core/desk';
import { appendLine, beat, idsWithClocks, type Store, shiftAlarmCalls, shiftOutbox } from '#core/store';
import type { Clock } from './clock.ts';

const CORE = { kind: 'core' } as const;

/** How far the wall clock was moved, and how far what waits in an incident moves with it: mostly as far. */
export type Move = { readonly deltaMs: number; readonly shiftOf: (incidentId: string) => number };

/**
 * The wall clock was moved by `deltaMs` while time itself went on: everything that waits moves with it, so that windows
 * keep their length. Rota times do not. One transaction, the heartbeat included: a crash in between shifts nothing twice.
 *
 * @param onBroken an incident that could not be shifted (a bug); the others are
 */
export function moveClocks(
  store: Store,
  desk: Desk,
  clock: Clock,
  { deltaMs, shiftOf }: Move,
  onBroken: (incidentId: string, error: unknown) => void,
): void {
  store.write.transact(() => {
    for (const id of idsWithClocks(store.write)) {
      const shiftMs = shiftOf(id);
      if (shiftMs === 0) continue;
      try {
        desk.execute(id, { type: 'moveClock', deltaMs: shiftMs }, CORE);
      } catch (error) {
        onBroken(id, error);
      }
    }
    desk.change(
      ['status'],
      (db, { at, by }) => {
        shiftOutbox(db, deltaMs);
        shiftAlarmCalls(db, deltaMs);
        appendLine(db, null, { type: 'wallClockMoved', v: 1, at, by, deltaMs });
        beat(db, { at, uptimeMs: clock.uptimeMs() });
      },
      CORE,
    );
  });
}
