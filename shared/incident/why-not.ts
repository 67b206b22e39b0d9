import type { WhyNotLine } from '#shared/contract';
import type { LoggedEvent } from './events.ts';

/** Why somebody was not told, or not at once: from the log alone. */
export function whyNot(_events: readonly LoggedEvent[]): readonly WhyNotLine[] {
  return [];
}
