import type { IncidentView } from '#shared/contract';
import type { IncidentEvent } from '#shared/incident';

/** Whose estimate ran out, where that is why the ladder climbs again; null where it does not, or somebody has it. */
export function missedBy({ events }: Pick<IncidentView, 'events'>): string | null {
  // They come as JSON of the core's own log.
  const log = events.map(({ event }) => event as IncidentEvent);
  const reopened = log.findLastIndex((event) => event.type === 'reopened');
  const taken = log.findLastIndex((event) => event.type === 'acknowledged');
  const [why, by] = [log[reopened], log[taken]];
  if (why?.type !== 'reopened' || why.why !== 'etaMissed' || by?.type !== 'acknowledged') return null;
  return taken < reopened ? by.name : null;
}
