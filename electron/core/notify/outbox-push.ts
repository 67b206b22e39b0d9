import type { Desk } from '#core/desk';
import { type OutboxRow, queueLooseMessage, type WriteDb } from '#core/store';
import type { BothLanguages } from '#shared/contract';
import { LANES } from '#shared/incident';

/** Nothing that is pushed back reaches the desk; only the text is answered. */
const ANSWER_THE_TEXT: BothLanguages = {
  en: 'For your information; answer the text, not this.',
  es: 'Solo para su información; responda al mensaje de texto, no aquí.',
};

export type PushDeps = {
  readonly desk: Pick<Desk, 'state'>;
  /** Where push reaches a responder; null where nowhere. */
  readonly topicOf: (responderId: string) => string | null;
};

/**
 * Queues a push beside the first try of a step's text, for whoever has a topic. It is information: whatever becomes of it
 * changes nothing of the incident, and it never takes the room of a P1's text.
 */
export function pushBeside(db: WriteDb, { desk, topicOf }: PushDeps, row: OutboxRow, now: number): void {
  if (row.purpose !== 'step' || row.incidentId === null || row.attempt !== 1) return;
  const state = desk.state(row.incidentId);
  const message = state?.messages.find((each) => each.key === row.key);
  if (!state || message?.to.kind !== 'responder') return;
  const { responderId } = message.to;
  const topic = topicOf(responderId);
  if (topic === null) return;
  const known = state.notified.find((each) => each.recipient.responderId === responderId);
  const language = known?.recipient.language ?? 'en';
  queueLooseMessage(
    db,
    { at: now, by: { kind: 'core' } },
    {
      key: `push-${row.key}`,
      purpose: 'push',
      lane: Math.max(row.lane, LANES.responderP2),
      to: topic,
      text: `${message.text}\n${ANSWER_THE_TEXT[language]}`,
      goodForMs: Math.max(0, row.expiresAt - now),
      boundSlot: 'push',
    },
  );
}
