import { Phone } from '#shared/contract';
import type { OutMessage, SendResult } from '../driver.ts';

/** What no gateway should be asked to carry: it would guess, or send an empty text. Null for what may leave. */
export function unfit({ to, text }: Pick<OutMessage, 'to' | 'text'>): SendResult | null {
  if (!Phone.safeParse(to).success) return { kind: 'rejected', reason: 'notANumber', scope: 'recipient' };
  if (text === '') return { kind: 'rejected', reason: 'emptyText', scope: 'content' };
  return null;
}

/** The tier a responder's text begins with, after its letter where it has one; null where it tells none. */
export function tierTold(text: string): 1 | 2 | 3 | 4 | null {
  const digit = /^(?:[A-Z] )?P([1-4])\b/.exec(text)?.[1];
  return digit === undefined ? null : (Number(digit) as 1 | 2 | 3 | 4); // the expression lets no other through
}
