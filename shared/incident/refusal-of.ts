import { refusedChange } from './change-ladder.ts';
import type { IncidentCommand, RefusalCode } from './commands.ts';
import { refusedJump } from './jump.ts';
import { isForHead, refusedLink } from './link.ts';
import { refusedMeanwhile } from './meanwhile.ts';
import { refusedMessageAct } from './message-acts.ts';
import type { IncidentState } from './state.ts';
import { comesBeside } from './take.ts';
import { refusedMark } from './triage-review.ts';

/** Why a command is not carried out as the incident stands; null where it is. */
export function refusalOf(state: IncidentState, command: IncidentCommand): RefusalCode | null {
  const isResolved = state.status === 'resolved';
  if (isForHead(state, command.type)) return 'isPart';
  switch (command.type) {
    case 'acknowledgeFor':
      if (isResolved) return 'alreadyResolved';
      return state.holder === null || mayConfirm(state, command.responderId) ? null : 'alreadyTaken';
    case 'declineFor':
      if (isResolved) return 'alreadyResolved';
      return isAsked(state, command.responderId) ? null : 'notNotified';
    case 'escalateNow':
      if (isResolved) return 'alreadyResolved';
      if (state.holder) return 'alreadyTaken';
      return state.ladder && state.ladder.waitsFor !== 'nothing' ? null : 'nothingToEscalate';
    case 'jumpTo':
      return refusedJump(state, command.step);
    case 'changeLadder':
      return refusedChange(state, command.ladder);
    case 'hold':
    case 'endHold':
    case 'addPerson':
    case 'handOver':
    case 'connect':
    case 'sendVendor':
    case 'standDown':
      return refusedMeanwhile(state, command);
    case 'setEta':
    case 'markArrived':
      if (isResolved) return 'alreadyResolved';
      if (!state.holder) return 'notTaken';
      return command.type === 'markArrived' && state.status === 'onSite' ? 'alreadyOnSite' : null;
    case 'resolve':
      if (isResolved) return 'alreadyResolved';
      // The residents of its parts would hear of no other incident.
      if (command.outcome === 'duplicate' && state.parts.length > 0) return 'isHead';
      return state.tier !== 'P3' && command.words.trim() === '' ? 'wordsMissing' : null;
    case 'answerEmergencyCall':
      return state.verdict.lifeSafety === null ? 'noLifeSafety' : null;
    case 'reopen':
      // Closed, or taken by somebody who will not come after all: either way the ladder begins again.
      return isResolved || state.holder ? null : 'notResolved';
    case 'changeTier':
      return isResolved ? 'alreadyResolved' : state.tier === command.tier ? 'sameTier' : null;
    case 'link':
    case 'unlink':
      return refusedLink(state, command);
    case 'writeTo':
      if (command.to === 'resident') return state.caller.phone === null ? 'noPhone' : null;
      return state.notified.some((each) => each.recipient.phone !== null) ? null : 'nobodyToWrite';
    case 'retryMessage':
    case 'cancelMessage':
      return refusedMessageAct(state, command);
    case 'markTriage':
      return refusedMark(state, command.mark);
    default:
      return null;
  }
}

/** Whoever has it and was asked once more, or a vendor who was asked beside them. */
function mayConfirm(state: IncidentState, responderId: string): boolean {
  const { holder } = state;
  if (holder?.responderId !== responderId) return comesBeside(state, responderId);
  return holder.confirmByAt !== null || holder.stillComingByAt !== null;
}

/** Notified by a step, or holding it because the desk wrote them down for it. */
function isAsked({ holder, notified }: IncidentState, responderId: string): boolean {
  return holder?.responderId === responderId || notified.some((each) => each.recipient.responderId === responderId);
}
