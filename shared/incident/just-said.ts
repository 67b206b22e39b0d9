import type { Instant, Phone } from '#shared/contract';
import type { MessagePurpose } from './events.ts';
import type { IncidentState } from './state.ts';

/** How long one answer stands: in that time the same words are not sent again. Ours. */
const ANSWER_STANDS_MS = 10 * 60_000;

/**
 * Answers that a telephone which writes by itself can call forth without end, each calling forth its next text. What
 * people ask for with `?` is not among them, nor what only happens once.
 */
const CALLED_FORTH: readonly MessagePurpose[] = ['notUnderstood', 'listOpen', 'lateReply', 'confirm'];

/** This phone has just read these very words about this incident: saying them again tells nobody anything. */
export function wasJustSaid(
  { messages }: IncidentState,
  { phone, purpose, text }: { readonly phone: Phone; readonly purpose: MessagePurpose; readonly text: string },
  now: Instant,
): boolean {
  if (!CALLED_FORTH.includes(purpose)) return false;
  return messages.some(
    (each) =>
      each.to.phone === phone &&
      each.text === text &&
      // A clock that was set back leaves texts that seem to come.
      each.queuedAt <= now &&
      now - each.queuedAt < ANSWER_STANDS_MS &&
      each.state !== 'failed' &&
      each.state !== 'expired' &&
      each.state !== 'cancelled',
  );
}
