import type { SentReminder } from '#core/store';
import type { ReminderView } from '#shared/contract';
import type { Told } from './decide.ts';

/** What a stored reminder means. Pure. */

/** Still waits to leave. */
export function isUnsent({ messageState }: Pick<SentReminder, 'messageState'>): boolean {
  return messageState === 'queued' || messageState === 'retrying';
}

/** Left this computer, as far as anybody knows. */
export function hasLeft({ messageState }: Pick<SentReminder, 'messageState'>): boolean {
  return messageState === 'accepted' || messageState === 'unconfirmed' || messageState === 'delivered';
}

export function asTold(row: SentReminder): Told {
  const { id, responderId, startsAt, endsAt, parts, isOpen } = row;
  const isOnItsWay = isUnsent(row) || row.messageState === 'sending' || row.messageState === 'unknown';
  const isKnown = row.confirmedAt !== null || hasLeft(row) || isOnItsWay;
  return { id, responderId, startsAt, endsAt, parts, isOpen, isKnown };
}

export function viewOf(row: SentReminder): ReminderView {
  const { id, responderId, startsAt, endsAt, parts, dueAt, confirmedAt, confirmedBy } = row;
  const trades = [...new Set(parts.map((each) => each.trade))];
  return { id, responderId, startsAt, endsAt, trades, dueAt, state: stateOf(row), confirmedAt, confirmedBy };
}

/** A lost answer of the gateway counts as failed: somebody looks, rather than relies on it. */
function stateOf(row: SentReminder): ReminderView['state'] {
  if (row.confirmedAt !== null) return 'confirmed';
  if (row.failedWhy !== null) return 'failed';
  if (row.messageKey === null || isUnsent(row) || row.messageState === 'sending') return 'due';
  if (row.messageState === 'delivered') return 'delivered';
  return hasLeft(row) ? 'sent' : 'failed';
}
