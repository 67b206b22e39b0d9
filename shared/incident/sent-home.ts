import type { Instant } from '#shared/contract';
import type { StepRecipient } from './events.ts';
import { hasPerhapsLeft } from './evolve-ladder.ts';
import type { MessagePurpose } from './message-kinds.ts';
import { type IncidentState, isComingVendor, isToResponder } from './state.ts';

const SENDS_HOME: readonly MessagePurpose[] = ['standDown', 'taken', 'lateReply'];
const ASKS: readonly MessagePurpose[] = [
  'step',
  'call',
  'vendor',
  'units',
  'raised',
  'stillComing',
  'connect',
  'manual',
];

/**
 * When this person's phone was told that they need not come; null where it was not, where they have it all the same, or
 * where it was asked, or a person wrote, after that.
 */
export function sentHomeAt({ holder, messages }: IncidentState, responderId: string): Instant | null {
  if (holder?.responderId === responderId) return null;
  const last = messages.findLast(
    (each) =>
      isToResponder(each, responderId) &&
      hasPerhapsLeft(each) &&
      (SENDS_HOME.includes(each.purpose) || ASKS.includes(each.purpose)),
  );
  return last && SENDS_HOME.includes(last.purpose) ? (last.acceptedAt ?? last.queuedAt) : null;
}

/** Was woken, or comes, whoever has it. */
export function comesAnyway(state: IncidentState, { responderId, whateverElse }: StepRecipient): boolean {
  if (isComingVendor(state, responderId)) return true;
  const { messages, notified } = state;
  const hasDeclined = notified.some((each) => each.hasDeclined && each.recipient.responderId === responderId);
  const isSentHome = messages.findLast((each) => isToResponder(each, responderId))?.purpose === 'standDown';
  return whateverElse && !hasDeclined && !isSentHome;
}
