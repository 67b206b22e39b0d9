import { CORE, type Draft } from './draft.ts';
import { isUnsent, type Message } from './state.ts';

/** Unsent messages that are meant are called back in this same transaction. `reason` stands in the log beside each. */
export function cancelUnsent(
  draft: Draft,
  reason: 'acknowledged' | 'declined' | 'arrived' | 'resolved' | 'tierChanged' | 'reopened',
  isMeant: (message: Message) => boolean,
): void {
  for (const message of draft.state.messages) {
    if (!isUnsent(message) || !isMeant(message)) continue;
    const { key, attempt } = message;
    draft.emit(
      {
        type: 'messageState',
        key,
        state: 'cancelled',
        attempt,
        gateway: null,
        reason,
        isPossiblyTwice: false,
        nextAt: null,
      },
      CORE,
    );
  }
}

/** What belongs to a ladder that climbs: the texts of its steps, and the news that it climbs. */
export function isOfLadder({ purpose }: Message): boolean {
  return purpose === 'step' || purpose === 'askEta' || purpose === 'stepping';
}
