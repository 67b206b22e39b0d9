import { endSpentStep } from './climb.ts';
import type { IncidentCommand } from './commands.ts';
import type { Draft } from './draft.ts';
import { sendHome } from './send-home.ts';

/** One person need not come any more. If the ladder waited for nobody else, its next step fires now. */
export function standDown(draft: Draft, command: Extract<IncidentCommand, { type: 'standDown' }>): void {
  const { responderId, name, reason } = command;
  draft.emit({ type: 'stoodDown', responderId, name, reason });
  sendHome(draft, responderId, reason);
  endSpentStep(draft);
}
