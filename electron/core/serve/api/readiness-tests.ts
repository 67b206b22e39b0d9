import { randomUUID } from 'node:crypto';
import { queueLooseMessage } from '#core/store';
import type { BothLanguages, PersonTest } from '#shared/contract';
import { type Actor, LANES } from '#shared/incident';
import type { Parts } from '../parts.ts';

const GOOD_FOR_MS = 30 * 60_000;
const TEXT: BothLanguages = {
  en: 'Nightdesk test: you are on call tonight and texts reach this phone. No answer needed.',
  es: 'Prueba de Nightdesk: está de guardia esta noche y los mensajes llegan a este teléfono. No hace falta responder.',
};

/**
 * A test message to each who has received nothing lately, in their language; what was sent in the last week is not sent
 * again. Two entries with one number get one.
 *
 * @returns how many were queued
 */
export function testPeople({ desk, book }: Parts, people: readonly PersonTest[], by: Actor): number {
  const phones = new Map(
    people.flatMap(({ responderId, state }) => {
      const responder = state === 'due' ? book.responder(responderId) : null;
      return responder?.phone ? [[responder.phone, responder.language] as const] : [];
    }),
  );
  if (phones.size === 0) return 0;
  desk.change(
    ['settings', 'status', 'practice'],
    (db, author) => {
      for (const [to, language] of phones) {
        const key = `test-${randomUUID()}`;
        const test = { key, purpose: 'test', lane: LANES.reminder, to, text: TEXT[language] } as const;
        queueLooseMessage(db, author, { ...test, goodForMs: GOOD_FOR_MS });
      }
    },
    by,
  );
  return phones.size;
}
