import { minutes } from '#shared/escalation';
import { notifyByName } from './add-person.ts';
import type { IncidentCommand } from './commands.ts';
import type { Draft } from './draft.ts';
import { alarmFarEta } from './stale.ts';
import { assign } from './take.ts';
import { tellResident } from './tell-resident.ts';
import { answerAcceptance } from './tell-responders.ts';

/**
 * Somebody else has it from now on, as they told the desk. Whoever had it reads so, and so does everybody who was
 * notified; whoever has it now reads what it is about, where they were not asked before.
 */
export function handOver(draft: Draft, command: Extract<IncidentCommand, { type: 'handOver' }>): void {
  const { holder } = draft.state;
  if (!holder) return;
  const { responderId, name, company, via, words, etaMinutes } = command;
  const wasAsked = draft.state.notified.some((each) => each.recipient.responderId === responderId);
  draft.emit({
    type: 'handedOver',
    fromId: holder.responderId,
    fromName: holder.name,
    toId: responderId,
    toName: name,
    via,
    words,
  });
  const etaAt = etaMinutes === null ? null : draft.context.now + minutes(etaMinutes);
  assign(draft, { responderId, name, company, how: 'onBehalf', via, words }, etaAt);
  // They have just been spoken with: what they lack is only in writing.
  if (!wasAsked) notifyByName(draft, ['sms']);
  answerAcceptance(draft, etaAt);
  alarmFarEta(draft);
  tellResident(draft, 'acknowledged');
}
