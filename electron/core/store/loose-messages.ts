import type { Phone } from '#shared/contract';
import type { WriteDb } from './connection.ts';
import { appendLine, keepPersonal } from './log.ts';
import { cancelRow, putInOutbox } from './outbox-rows.ts';
import type { Author } from './tables.ts';

/**
 * A message that is about no incident: a test of the gateway, a test call, an answer to somebody for whom nothing is open, what to do in
 * a danger that no incident knows of yet, a reminder of a shift, an alarm that nobody at the desk hears.
 */
export type LooseMessage = {
  readonly key: string;
  readonly purpose: 'test' | 'call' | 'answer' | 'lifeSafety' | 'reminder' | 'alarm';
  readonly lane: number;
  readonly to: Phone;
  readonly text: string;
  /** How long it is worth sending, in ms. */
  readonly goodForMs: number;
};

const LINE_TYPES = {
  test: 'testMessage',
  call: 'testCallQueued',
  answer: 'answerQueued',
  lifeSafety: 'safetyTextQueued',
  reminder: 'reminderQueued',
  alarm: 'alarmTextQueued',
} as const;

/** Queues it, with its line in the log. */
export function queueLooseMessage(db: WriteDb, { at, by }: Author, message: LooseMessage): void {
  const { key, purpose, lane, goodForMs } = message;
  const to = keepPersonal(db, message.to);
  const text = keepPersonal(db, message.text);
  const times = { queuedAt: at, nextAt: at, expiresAt: at + goodForMs };
  putInOutbox(db, { key, incidentId: null, lane, purpose, toRef: to.id, textRef: text.id, ...times });
  appendLine(db, null, { type: LINE_TYPES[purpose], v: 1, at, by, key, to: to.ref, text: text.ref });
}

/** It has not left and need not any more. One that is on its way is not called back. */
export function cancelLooseMessage(db: WriteDb, key: string, { at, by }: Author): void {
  cancelRow(db, key, null);
  appendLine(db, null, { type: 'messageCancelled', v: 1, at, by, key });
}
