import { isOfLadder } from './cancel-unsent.ts';
import type { IncidentCommand } from './commands.ts';
import { CORE, type Draft } from './draft.ts';
import type { CallBackReason, MessagePurpose, MessageState } from './events.ts';
import { type IncidentState, isToResponder, type Message } from './state.ts';

/** A gateway that takes a text and gives it back again and again would keep the ladder waiting for it. */
const MOST_RETURNS = 2;

/** What a gateway has, or may have, as far as is known. */
const LIES_THERE: readonly MessageState[] = ['accepted', 'unconfirmed', 'unknown'];

const ASKS: readonly MessagePurpose[] = ['step', 'call', 'vendor', 'units'];
const SENDS_HOME: readonly MessagePurpose[] = ['standDown', 'taken', 'lateReply'];
/** What stays true whatever is written to a resident after it. */
const STAYS_TRUE: readonly MessagePurpose[] = ['lifeSafety', 'hazard', 'manual', 'followUp'];

type Returned = Extract<IncidentCommand, { type: 'returnMessage' }>;
type Settled = Extract<IncidentCommand, { type: 'settleMessage' }>;

/**
 * A gateway gave a message back. It leaves again by itself while it is wanted and its time is not over; of one that may
 * have left, only what wakes somebody does, once, and the log says so.
 *
 * @returns what it comes to where it does not leave again though it is wanted: that it failed
 */
export function returnMessage(draft: Draft, { key, gateway, reason, mayHaveLeft, slot }: Returned): Settled | null {
  const message = draft.state.messages.find((each) => each.key === key);
  if (!message || !LIES_THERE.includes(message.state)) return null;
  const { now } = draft.context;
  const { attempt } = message;
  const known = { key, attempt, gateway, ...(slot !== undefined && { slot }) };
  const unwanted = whyUnwanted(draft.state, message);
  if (unwanted !== null) {
    const called = { state: 'cancelled', reason: unwanted, isPossiblyTwice: mayHaveLeft, nextAt: null } as const;
    draft.emit({ type: 'messageState', ...known, ...called, isReturned: true }, CORE);
    return null;
  }
  const isOnceMore = message.purpose === 'step' && !message.isPossiblyTwice;
  const isInTime = now < message.expiresAt && (message.returns ?? 0) < MOST_RETURNS;
  if (!isInTime || (mayHaveLeft && !isOnceMore))
    return { type: 'settleMessage', ...known, state: 'failed', reason, isPossiblyTwice: mayHaveLeft, nextAt: null };
  const again = { state: 'retrying', reason, isPossiblyTwice: mayHaveLeft, nextAt: now } as const;
  draft.emit({ type: 'messageState', ...known, ...again, isReturned: true }, CORE);
  return null;
}

/**
 * What has left is not called back when it stops being wanted, so that is asked when it turns out not to have left. Null
 * where it is wanted still.
 */
function whyUnwanted(state: IncidentState, message: Message): CallBackReason | 'overtaken' | null {
  const { resolution, messages, ladder, holder } = state;
  const index = messages.indexOf(message);
  const later = messages.slice(index + 1).filter((each) => each.state !== 'cancelled');
  if (message.isCalledBack) return 'cancelledByHand';
  if (resolution !== null && message.queuedAt < resolution.at) return 'resolved';
  if (message.to.kind === 'resident') {
    const isOvertaken = later.some((each) => each.to.kind === 'resident' && !STAYS_TRUE.includes(each.purpose));
    return isOvertaken && !STAYS_TRUE.includes(message.purpose) ? 'overtaken' : null;
  }
  const { responderId } = message.to;
  const asks = ASKS.includes(message.purpose);
  if (asks && state.notified.some((each) => each.hasDeclined && each.recipient.responderId === responderId))
    return 'declined';
  if (isOfLadder(message)) {
    if (ladder !== null && index < ladder.firstMessage) return 'tierChanged';
    // What fires whatever else happens, and what an estimate is asked with, was written after somebody had it.
    const isAfter = message.purpose === 'askEta' ? holder?.etaAt === null : message.queuedAt >= (holder?.since ?? 0);
    if (!isAfter) return 'acknowledged';
  }
  const isSentHome = later.some((each) => isToResponder(each, responderId) && SENDS_HOME.includes(each.purpose));
  return asks && isSentHome ? 'stoodDown' : null;
}
