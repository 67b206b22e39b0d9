import type { IncidentCommand, RefusalCode } from './commands.ts';
import type { Draft } from './draft.ts';
import { type IncidentState, isUnsent, type Message } from './state.ts';

/** What a person does to a message in the outbox: try it once more, or call it back. */

type Standing = Pick<Message, 'state' | 'nextAt' | 'isCalledBack' | 'isPossiblyTwice'>;

/**
 * Whether a person may have a message tried again. `mayBeTwice`: it may have arrived, so the person is warned. What a
 * gateway has and no receipt is overdue for, and what nobody needs any more, is not tried again.
 */
export function retryOf({ state, nextAt, isCalledBack, isPossiblyTwice }: Standing): 'no' | 'free' | 'mayBeTwice' {
  if (isCalledBack) return 'no';
  switch (state) {
    case 'queued':
    case 'accepted':
    case 'delivered':
    case 'cancelled':
      return 'no';
    case 'retrying':
    case 'held':
      return isPossiblyTwice ? 'mayBeTwice' : 'free';
    case 'unknown':
      // One that leaves again by itself needs nobody.
      return nextAt === null ? 'mayBeTwice' : 'no';
    case 'failed':
    case 'expired':
      return isPossiblyTwice ? 'mayBeTwice' : 'free';
    case 'unconfirmed':
      return 'mayBeTwice';
    default:
      return state satisfies never;
  }
}

/** It has not left, or is to leave once more. */
export function isCancellable({ state, nextAt, isCalledBack }: Standing): boolean {
  if (isCalledBack) return false;
  return state === 'queued' || state === 'retrying' || state === 'held' || (state === 'unknown' && nextAt !== null);
}

type MessageAct = Extract<IncidentCommand, { type: 'retryMessage' | 'cancelMessage' }>;

export function refusedMessageAct({ messages }: IncidentState, command: MessageAct): RefusalCode | null {
  const message = messages.find((each) => each.key === command.key);
  if (!message) return 'noSuchMessage';
  if (command.type === 'cancelMessage') return isCancellable(message) ? null : 'hasLeft';
  const retry = retryOf(message);
  if (retry === 'no') return 'notTriedAgain';
  return retry === 'mayBeTwice' && !command.isConfirmed ? 'mayBeTwice' : null;
}

/** It waits again, from now on, for as long as it was worth sending when it was written. */
export function retryMessage(draft: Draft, key: string): void {
  const message = draft.state.messages.find((each) => each.key === key);
  if (!message) return;
  const { now } = draft.context;
  const isPossiblyTwice = retryOf(message) === 'mayBeTwice';
  const expiresAt = Math.max(message.expiresAt, now + message.expiresAt - message.queuedAt);
  draft.emit({ type: 'messageRetried', key, isPossiblyTwice, nextAt: now, expiresAt });
}

/** One whose answer was lost may lie on the phone already: it is not sent again, and what is not known stays so. */
export function cancelMessage(draft: Draft, key: string): void {
  const message = draft.state.messages.find((each) => each.key === key);
  if (!message) return;
  draft.emit({
    type: 'messageState',
    key,
    state: isUnsent(message) ? 'cancelled' : 'unknown',
    attempt: message.attempt,
    gateway: null,
    reason: 'cancelledByHand',
    isPossiblyTwice: false,
    nextAt: null,
    ...(message.purpose === 'call' && { isCall: true }),
  });
}
