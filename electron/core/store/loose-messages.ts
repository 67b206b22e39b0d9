import type { MessageSlot } from '#shared/contract';
import type { WriteDb } from './connection.ts';
import { appendLine, keepPersonal } from './log.ts';
import { cancelRow, putBack, putInOutbox } from './outbox-rows.ts';
import type { Author } from './tables.ts';

/**
 * A message that is about no incident: a test of the gateway, a test call, an answer to somebody for whom nothing is open,
 * what to do in a danger that no incident knows of yet, a reminder of a shift, an alarm that nobody at the desk hears, a
 * push beside a text.
 */
export type LooseMessage = {
  readonly key: string;
  readonly purpose: 'test' | 'call' | 'answer' | 'lifeSafety' | 'reminder' | 'alarm' | 'push';
  readonly lane: number;
  /** E.164; of a push its topic. */
  readonly to: string;
  readonly text: string;
  /** How long it is worth sending, in ms. */
  readonly goodForMs: number;
  /** The only place that may have it; absent: any. */
  readonly boundSlot?: MessageSlot;
};

const LINE_TYPES = {
  test: 'testMessage',
  call: 'testCallQueued',
  answer: 'answerQueued',
  lifeSafety: 'safetyTextQueued',
  reminder: 'reminderQueued',
  alarm: 'alarmTextQueued',
  push: 'pushQueued',
} as const;

/** Queues it, with its line in the log. */
export function queueLooseMessage(db: WriteDb, { at, by }: Author, message: LooseMessage): void {
  const { key, purpose, lane, goodForMs, boundSlot = null } = message;
  const to = keepPersonal(db, message.to);
  const text = keepPersonal(db, message.text);
  const times = { queuedAt: at, nextAt: at, expiresAt: at + goodForMs };
  putInOutbox(db, { key, incidentId: null, lane, purpose, toRef: to.id, textRef: text.id, boundSlot, ...times });
  appendLine(db, null, { type: LINE_TYPES[purpose], v: 1, at, by, key, to: to.ref, text: text.ref });
}

/** It has not left and need not any more. One that is on its way is not called back. */
export function cancelLooseMessage(db: WriteDb, key: string, { at, by }: Author, reason: string | null = null): void {
  cancelRow(db, key, reason);
  appendLine(db, null, { type: 'messageCancelled', v: 1, at, by, key, ...(reason !== null && { reason }) });
}

/** Somebody wants it tried once more, from now until `expiresAt`. */
export function retryLooseMessage(
  db: WriteDb,
  again: { readonly key: string; readonly isPossiblyTwice: boolean; readonly expiresAt: number },
  { at, by }: Author,
): void {
  const values = { isPossiblyTwice: again.isPossiblyTwice, nextAt: at, expiresAt: again.expiresAt };
  putBack(db, again.key, values);
  appendLine(db, null, { type: 'messageRetried', v: 1, at, by, key: again.key, ...values });
}
