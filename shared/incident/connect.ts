import { connectText } from '#shared/messages';
import type { IncidentCommand } from './commands.ts';
import type { Draft } from './draft.ts';
import { reachable, tell } from './tell-responders.ts';

/** Responder and caller were to speak with each other. Where that failed, the responder reads whom to call. */
export function connect(draft: Draft, command: Extract<IncidentCommand, { type: 'connect' }>): void {
  const { responderId, name, result } = command;
  draft.emit({ type: 'connected', responderId, name, result });
  const { caller, number, place } = draft.state;
  const recipient = reachable(draft.state, responderId);
  if (result === 'connected' || !recipient || caller.phone === null) return;
  const { language } = recipient;
  tell(draft, recipient, 'connect', connectText({ language, number, place, caller: caller.name, phone: caller.phone }));
}
