import { Phone, Tier } from '#shared/contract';
import type { OutMessage, SendResult } from '../driver.ts';

/** What no gateway should be asked to carry: it would guess, or send an empty text. Null for what may leave. */
export function unfit({ to, text }: Pick<OutMessage, 'to' | 'text'>): SendResult | null {
  if (!Phone.safeParse(to).success) return { kind: 'rejected', reason: 'notANumber', scope: 'recipient' };
  if (text === '') return { kind: 'rejected', reason: 'emptyText', scope: 'content' };
  return null;
}

/** The tier a text tells behind the number of its incident, the worst first where there are several; null where it tells none. */
export function tierTold(text: string): Tier | null {
  const told = /#\d+ (?:[^\n]*\b(?:is|es) )?(P[1-3])\b/.exec(text)?.[1];
  return Tier.safeParse(told).data ?? null;
}
