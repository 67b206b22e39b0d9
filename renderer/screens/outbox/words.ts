import type { MessageSlot, OutboxEntry } from '#shared/contract';
import { MESSAGE_STATES, type MessageState } from '#shared/incident';

/** Where a row of the outbox may stand; while it is handed over it is in the outbox's hands alone. */
const OUTBOX_STATES = [...MESSAGE_STATES, 'sending'] as const;
export type OutboxState = MessageState | 'sending';

/** A state that has words; null for one of another build, which is shown as it is. */
export function stateKey(state: string): OutboxState | null {
  return OUTBOX_STATES.find((each) => each === state) ?? null;
}

/** Its words: what is handed over of a call is a telephone that rings. */
export function stateText(state: OutboxState, purpose: string) {
  if (state !== 'sending') return `words.messageState.${state}` as const;
  return purpose === 'call' ? ('outbox.ringing' as const) : ('outbox.sending' as const);
}

/** What a message is about, as the list calls it. */
const PURPOSES = {
  step: 'step',
  call: 'call',
  copy: 'copy',
  lifeSafety: 'lifeSafety',
  hazard: 'lifeSafety',
  manual: 'manual',
  test: 'test',
  reminder: 'reminder',
  alarm: 'alarm',
  answer: 'answer',
  followUp: 'followUp',
  vendor: 'vendor',
  push: 'push',
  receipt: 'resident',
  stepping: 'resident',
  acknowledged: 'resident',
  delayed: 'resident',
  alsoComing: 'resident',
  arrived: 'resident',
  resolved: 'resident',
  closed: 'resident',
  reopened: 'resident',
  morning: 'resident',
} as const;
type Known = keyof typeof PURPOSES;

/** Which place it was handed to; null before it was, and of a call, which has a place of its own. */
export function slotKey({ gateway, slot }: Pick<OutboxEntry, 'gateway' | 'slot'>): MessageSlot | null {
  return gateway === null ? null : slot;
}

/** What is nothing of that is news to a responder. */
export function purposeKey(purpose: string): (typeof PURPOSES)[Known] | 'responder' {
  return Object.hasOwn(PURPOSES, purpose) ? PURPOSES[purpose as Known] : 'responder'; // just looked up
}
