import type { IncidentView } from '#shared/contract';

/** Whom the next step of the ladder would wake, as planned now; empty when no step is left. */
export function nextNames(view: IncidentView): string {
  // A step that reaches nobody takes no time: the one after it wakes somebody.
  const woken = view.ladder
    .filter((step) => step.state === 'planned')
    .map((step) => step.recipients.filter((one) => one.problem === null && !one.isCopy).map((one) => one.name));
  return woken.find((names) => names.length > 0)?.join(', ') ?? '';
}
