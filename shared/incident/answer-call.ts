import { TIMING } from '#shared/escalation';
import { endFailedStep } from './climb.ts';
import type { IncidentCommand } from './commands.ts';
import { CORE, type Draft } from './draft.ts';
import type { AcceptOrDecline, CallResult } from './events.ts';
import { CALL_STATES, rises } from './evolve-messages.ts';
import { callByHandNow, ringAgain } from './ring.ts';
import { acceptVendor } from './send-vendor.ts';
import { comesBeside, decline, sayYesAgain, take } from './take.ts';
import { answerLateReply, tellClosed } from './tell-responders.ts';

/** Nobody has decided in it, so it is made once more. */
const UNDECIDED: readonly CallResult[] = ['noKey', 'noAnswer', 'busy'];

/** What became of a call: only a key decides anything. What could not be made is made by a person at once. */
export function settleCall(draft: Draft, command: Extract<IncidentCommand, { type: 'settleCall' }>): void {
  const { key, result, pressed, attempt, gateway, reason } = command;
  const call = draft.state.messages.find((each) => each.key === key);
  if (call?.call === undefined || call.to.kind !== 'responder') return;
  if (!rises(call.state, CALL_STATES[result])) return;
  const { responderId, name } = call.to;
  const { turn } = call.call;
  draft.emit({ type: 'callEnded', key, responderId, name, turn, result, pressed, attempt, gateway, reason }, CORE);
  // What somebody says of a part is said to its head; whoever made the call sees to that.
  if (pressed !== null)
    return draft.state.partOf === null ? answerCall(draft, { responderId, name, pressed }) : undefined;
  if (draft.state.status === 'resolved' || call.isCalledBack) return;
  if (!UNDECIDED.includes(result)) callByHandNow(draft, call);
  else if (turn === 1) return ringAgain(draft, call, TIMING.callAgainMs);
  else if (call.call.asks === 'eta') return draft.emit({ type: 'alarmRaised', kind: 'noEta', step: null }, CORE);
  endFailedStep(draft);
}

type Answer = { readonly responderId: string; readonly name: string; readonly pressed: AcceptOrDecline };

/** A key on a call is as good as the digit in a text, and is answered by text. */
export function answerCall(draft: Draft, { responderId, name, pressed }: Answer): void {
  const { holder, status, notified } = draft.state;
  if (status === 'resolved') return tellClosed(draft, responderId, 'lateReply');
  if (pressed === '2') return decline(draft, { responderId, name, how: 'reply', words: pressed, via: 'voice' });
  if (holder?.responderId === responderId) return sayYesAgain(draft, null);
  if (comesBeside(draft.state, responderId)) return acceptVendor(draft, { responderId, name, etaMinutes: null });
  if (holder) return answerLateReply(draft, responderId);
  const company = notified.find((each) => each.recipient.responderId === responderId)?.recipient.company ?? '';
  take(draft, { responderId, name, company, how: 'reply', via: 'voice', words: pressed, etaMinutes: null });
}
