import type { MessageSlot } from '#shared/contract';
import type { SendResult } from './driver.ts';

/** Which gateway gets a message: pure, from what is known of the places and of the message. Times are in ms of uptime. */

/** The places a text may leave through. */
export type TextSlot = 'primary' | 'fallback';

/** The primary is passed over once it has been down this long. */
export const DOWN_LIMIT_MS = 60_000;
/** It is used again when it has been well this long. */
export const FAIL_BACK_MS = 120_000;
/** So many messages in a row that it did not take are as good as being down. */
const MOST_REFUSALS = 3;

/** How far the primary is to be trusted, from what it said of itself and of the messages it was given. */
export type Trust = {
  /** Messages that it did not take, in a row; and when it last did not. */
  readonly refusals: number;
  readonly refusedAt: number | null;
  /** The last time it was down. Being well for less than `FAIL_BACK_MS` does not end it. */
  readonly down: { readonly from: number; readonly to: number | null } | null;
};

export const TRUSTED: Trust = { refusals: 0, refusedAt: null, down: null };

/** It said how it is. */
export function afterHealth(trust: Trust, isDown: boolean, now: number): Trust {
  const { down } = trust;
  if (isDown) {
    const isSameTrouble = down !== null && (down.to === null || now - down.to < FAIL_BACK_MS);
    return { ...trust, down: { from: isSameTrouble ? down.from : now, to: null } };
  }
  if (down === null || down.to !== null) return trust;
  return { ...trust, down: { from: down.from, to: now } };
}

/** It was given a message. An answer that was lost says nothing of the next one. */
export function afterAttempt(trust: Trust, result: SendResult, now: number): Trust {
  if (isRefusal(result)) return { ...trust, refusals: trust.refusals + 1, refusedAt: now };
  return result.kind === 'unknown' ? trust : { ...trust, refusals: 0, refusedAt: null };
}

/** The gateway certainly has not got it, and not because of the message: another one may take it. */
export function isRefusal(result: SendResult): boolean {
  return result.kind === 'notSent' || (result.kind === 'rejected' && result.scope === 'account');
}

/** Messages go to the fallback at once. */
export function isPassedOver({ refusals, refusedAt, down }: Trust, now: number): boolean {
  const isBackTooShort = (to: number): boolean => now - to < FAIL_BACK_MS;
  if (down !== null && (down.to ?? now) - down.from > DOWN_LIMIT_MS && (down.to === null || isBackTooShort(down.to)))
    return true;
  return refusals >= MOST_REFUSALS && refusedAt !== null && isBackTooShort(refusedAt);
}

export type Place = { readonly isPractice: boolean; readonly isDown: boolean };
export type Places = {
  readonly primary: Place;
  readonly fallback: Place | null;
  readonly isPrimaryPassedOver: boolean;
};

/** What a message brings along: how it stands, and where it was, must be, or may lie. */
export type Routed = {
  readonly state: string;
  readonly slot: MessageSlot | null;
  readonly boundSlot: MessageSlot | null;
  readonly mayBeAt: MessageSlot | null;
};

/**
 * Where a message goes next. One that a gateway may have stays with it. The fallback gets what the primary said that it
 * did not take, and everything while the primary is passed over. A practice gateway never stands in for a real one, nor a
 * real one for practice: what is said to have left would lie on this screen, or what is said to be practice would leave.
 */
export function routeOf(message: Routed, { primary, fallback, isPrimaryPassedOver }: Places): MessageSlot {
  if (message.boundSlot !== null) return message.boundSlot;
  if (fallback === null || fallback.isPractice !== primary.isPractice) return 'primary';
  if (message.mayBeAt !== null) return message.mayBeAt;
  const isRefused = message.state === 'retrying';
  if (isRefused && message.slot === 'primary') return fallback.isDown && !primary.isDown ? 'primary' : 'fallback';
  if (isRefused && message.slot === 'fallback') {
    const isPrimaryWorse = (isPrimaryPassedOver || primary.isDown) && !fallback.isDown;
    return isPrimaryWorse ? 'fallback' : 'primary';
  }
  return isPrimaryPassedOver && !fallback.isDown ? 'fallback' : 'primary';
}
