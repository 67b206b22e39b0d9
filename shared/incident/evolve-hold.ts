import type { EventOf } from './events.ts';
import { type Move, shiftLadder } from './evolve-clock.ts';
import type { IncidentState } from './state.ts';

/** Folds a hold of the ladder. When it ends, every window has as long to run as it had when it began. */
export function foldHold(state: IncidentState, event: EventOf<'held' | 'holdEnded'>): IncidentState {
  if (event.type === 'held') {
    const by = 'name' in event.by ? event.by.name : '';
    return { ...state, hold: { since: event.at, untilAt: event.untilAt, reason: event.reason, by } };
  }
  const { hold, ladder, holder } = state;
  if (!hold) return state;
  // A computer that slept past its end held it no longer than was asked.
  const heldMs = Math.max(0, Math.min(event.at, hold.untilAt) - hold.since);
  const move: Move = (at) => (at === null ? at : ((at + heldMs) as typeof at)); // a number stays a number
  return {
    ...state,
    hold: null,
    ladder: ladder && shiftLadder(ladder, move),
    holder: holder && {
      ...holder,
      noEtaAt: move(holder.noEtaAt),
      noEtaCallAt: move(holder.noEtaCallAt),
      confirmByAt: move(holder.confirmByAt),
      // What was heard of them meanwhile was not heard later than this.
      lastSignAt: Math.max(holder.lastSignAt, Math.min(move(holder.lastSignAt), hold.since + heldMs)),
      stillComingByAt: move(holder.stillComingByAt),
      heldForMs: holder.heldForMs + heldMs,
      heldUntilAt: move(holder.heldUntilAt),
    },
  };
}
