import { CORE, type Draft } from './draft.ts';
import type { CallBackReason, MessagePurpose } from './events.ts';
import { isToResponder, isUnsent, type Message } from './state.ts';

/**
 * Unsent messages that are meant are called back in this same transaction. `reason` stands in the log beside each. One
 * whose answer was lost may lie on the phone already: it is not sent again, and what is not known stays so.
 */
export function cancelUnsent(draft: Draft, reason: CallBackReason, isMeant: (message: Message) => boolean): void {
  for (const message of draft.state.messages) {
    const isToBeSentAgain = message.state === 'unknown' && message.nextAt !== null;
    if (!(isUnsent(message) || isToBeSentAgain) || !isMeant(message)) continue;
    const { key, attempt } = message;
    draft.emit(
      {
        type: 'messageState',
        key,
        state: isToBeSentAgain ? 'unknown' : 'cancelled',
        attempt,
        gateway: null,
        reason,
        isPossiblyTwice: false,
        nextAt: null,
        ...(message.purpose === 'call' && { isCall: true }),
      },
      CORE,
    );
  }
}

const ASKING: readonly MessagePurpose[] = ['step', 'call', 'vendor', 'units'];

/** One person is asked no more: what was delayed or held for them would ask them once again. */
export function askNoMore(draft: Draft, responderId: string, reason: CallBackReason): void {
  cancelUnsent(draft, reason, (message) => ASKING.includes(message.purpose) && isToResponder(message, responderId));
}

/** What belongs to a ladder that climbs: the texts and calls of its steps, copies among them, what it asks for, and the news that it climbs. */
const OF_LADDER: readonly MessagePurpose[] = ['step', 'call', 'copy', 'units', 'askEta', 'stepping'];

export function isOfLadder({ purpose }: Message): boolean {
  return OF_LADDER.includes(purpose);
}
