import type { Core } from '#core';
import { loadEvents } from '#core/store';
import type { EventOf, IncidentEvent } from '#shared/incident';
import { NIGHT, type Night, openNight } from '../world.ts';

/** What happened to one incident, played once through the real core on a fake clock, to be copied many times over. */
export type History = {
  readonly incidentId: string;
  readonly startedAt: number;
  readonly events: readonly IncidentEvent[];
};

/** Instants are the only numbers of an event beyond this. */
const FIRST_INSTANT = Date.UTC(2020, 0, 1);

/** A Tuesday night: what is due on the next business morning comes within hours. */
const TUESDAY = NIGHT - 3 * 24 * 60 * 60_000;

/** Plays a night of its own and gives the history of the incident that it returns. */
export async function play(story: (night: Night) => Promise<string>): Promise<History> {
  const night = await openNight({ at: TUESDAY });
  try {
    return historyOf(night.core, await story(night));
  } finally {
    await night.end();
  }
}

function historyOf(core: Core, incidentId: string): History {
  const events = loadEvents(core.store.read, incidentId).map((each) => each.event);
  const startedAt = events[0]?.at;
  if (startedAt === undefined) throw new Error(`nothing happened to ${incidentId}`);
  return { incidentId, startedAt, events };
}

export function reportedOf(events: readonly IncidentEvent[]): EventOf<'reported'> {
  const first = events[0];
  if (first?.type !== 'reported') throw new Error('a history begins with its report');
  return first;
}

/** The same history under another id and number, begun at another time. Every other value stays. */
export function copyOf(
  history: History,
  as: { readonly incidentId: string; readonly number: number; readonly startedAt: number },
): readonly IncidentEvent[] {
  const shiftMs = as.startedAt - history.startedAt;
  const { contactId } = reportedOf(history.events);
  const text = (value: string): string =>
    value === contactId ? `contact-${as.incidentId}` : value.replace(history.incidentId, as.incidentId);
  const moved = (value: unknown): unknown => {
    if (typeof value === 'number') return value > FIRST_INSTANT ? value + shiftMs : value;
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(moved);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each)]));
  };
  return history.events.map((event) => {
    const copy = moved(event) as IncidentEvent; // the same shape, value by value
    return copy.type === 'reported' ? { ...copy, number: as.number } : copy;
  });
}
