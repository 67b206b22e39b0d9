import type { IncidentView } from '#shared/contract';

/** Whom the next step of the ladder would wake, as planned now; empty when no step is left. */
export function nextNames(view: IncidentView): string {
  const next = view.ladder.find((step) => step.state === 'planned');
  return (next?.recipients ?? [])
    .filter((one) => !one.isCopy)
    .map((one) => one.name)
    .filter(Boolean)
    .join(', ');
}
