import type { Phone } from '#shared/contract';
import { connectText } from '#shared/messages';
import type { IncidentCommand } from './commands.ts';
import type { Draft } from './draft.ts';
import type { StepRecipient } from './events.ts';
import { asRecipient } from './fire-step.ts';
import { reachable, tell } from './tell-responders.ts';

/** Responder and caller were to speak with each other. Where that failed, the responder reads whom to call. */
export function connect(draft: Draft, command: Extract<IncidentCommand, { type: 'connect' }>): void {
  const { responderId, name, result } = command;
  draft.emit({ type: 'connected', responderId, name, result });
  const { caller, number, place } = draft.state;
  const recipient = reachable(draft.state, responderId) ?? listed(draft);
  if (result === 'connected' || !recipient || caller.phone === null) return;
  const { language } = recipient;
  tell(draft, recipient, 'connect', connectText({ language, number, place, caller: caller.name, phone: caller.phone }));
}

/** Somebody who was not notified: as the list has them. */
function listed(draft: Draft): (StepRecipient & { readonly phone: Phone }) | null {
  const { person } = draft.context;
  if (!person || person.phone === null) return null;
  const as = { kind: 'responder', responderId: person.responderId } as const;
  return {
    ...asRecipient(draft, { candidate: person, as, channels: ['sms'], whateverElse: false }),
    phone: person.phone,
  };
}
