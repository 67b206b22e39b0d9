import type { Clock } from '#core/clockwork';
import type { Desk } from '#core/desk';
import { type OutboxRow, outboxRow, type Store } from '#core/store';
import { mayHaveLeft } from './bundle.ts';

/** What leaves for the first time so soon after it was written says what is known: nothing of it is read anew. */
const JUST_WRITTEN_MS = 2_000;

export type CurrentWordsDeps = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
};

/**
 * A text or call that wakes somebody, as it is claimed: one that has waited says what is known now, and the log says that.
 * A text that may have left already leaves as it may have left; a call that may have rung is made anew.
 */
export function withCurrentWords({ store, desk, clock, onTrouble }: CurrentWordsDeps, row: OutboxRow): OutboxRow {
  const { key, incidentId, purpose } = row;
  const isMeant = purpose === 'call' || (purpose === 'step' && !mayHaveLeft(row));
  if (incidentId === null || !isMeant) return row;
  try {
    const message = desk.state(incidentId)?.messages.find((each) => each.key === key);
    if (!message || (row.attempt === 0 && clock.now() - message.queuedAt < JUST_WRITTEN_MS)) return row;
    const reworded = desk.execute(incidentId, { type: 'rewordMessage', key }, { kind: 'core' });
    return reworded.ok && reworded.events.length > 0 ? (outboxRow(store.write, key) ?? row) : row;
  } catch (error) {
    // The words it was written with are better than none.
    onTrouble(error);
    return row;
  }
}
