import { expect } from 'vitest';
import { z } from 'zod';

const Sentence = z.string().regex(/^\S.*\.$/s);
const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z
    .object({
      ok: z.literal(false),
      code: z.string().regex(/^[a-z][A-Za-z]+$/),
      reason: z.object({ en: Sentence, es: Sentence }),
    })
    .refine(({ reason }) => reason.en !== reason.es),
]);

/** Done, or refused: then in a sentence of either language, with a code a program can tell it by. */
export function expectAnswer(answer: unknown): void {
  expect(Answer.safeParse(answer).error, JSON.stringify(answer)).toBeUndefined();
}
