import type { OutboxRow } from '#core/store';
import { assertNever, type MessageSlot } from '#shared/contract';
import type { MessageReason } from '#shared/messages';
import type { SendResult } from './driver.ts';
import { isRefusal } from './routing.ts';

/** What becomes of a message after an attempt: its state, and when it is tried again. */
export type Settled = {
  readonly state:
    | 'retrying'
    | 'held'
    | 'unknown'
    | 'accepted'
    | 'unconfirmed'
    | 'delivered'
    | 'failed'
    | 'expired'
    | 'cancelled';
  readonly reason: MessageReason | null;
  readonly nextAt: number | null;
  readonly isPossiblyTwice: boolean;
};

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
/** A gateway that wants to be asked again at once would be asked without end. */
const SHORTEST_RETRY_MS = 1_000;
/** The whole gateway refuses us: tried again rather than given up, because somebody will mend the account. */
const ACCOUNT_RETRY_MS = 30_000;
const RESEND_MS = 1_000;
/** A step is sent again after a crash of the core until it was tried this often: none may be lost to two in a row. */
const MOST_TRIES_OVER_CRASHES = 5;

/**
 * Backoff: 2 s doubled up to a minute, ±20 % so that a hundred messages do not come back together. The share is taken
 * from the key: spread over messages, and the same on every machine.
 */
export function backoffMs(attempt: number, key: string): number {
  const base = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, attempt - 1));
  let share = 0;
  for (const letter of key) share = (share * 31 + (letter.codePointAt(0) ?? 0)) % 401;
  return Math.round(base * (0.8 + share / 1000));
}

/**
 * Decides what an attempt means. Pure. An answer that was lost is settled by asking the gateway where it can be asked;
 * else a step message is sent once more with the same key and marked "possibly twice", and anything else goes to a person.
 */
export function settlement(
  row: Pick<OutboxRow, 'key' | 'attempt' | 'purpose' | 'isPossiblyTwice'>,
  result: SendResult,
  found: 'present' | 'absent' | 'cannotTell',
  at: { readonly now: number; readonly isIdempotent: boolean },
): Settled {
  const { now } = at;
  switch (result.kind) {
    case 'accepted':
    case 'duplicate':
      return { state: 'accepted', reason: null, nextAt: null, isPossiblyTwice: false };
    case 'notSent':
      return {
        state: 'retrying',
        reason: result.reason,
        // A gateway may ask for a pause, but not for one in which a P1 is forgotten.
        nextAt:
          now +
          Math.min(
            LONGEST_RETRY_MS,
            Math.max(SHORTEST_RETRY_MS, result.retryAfterMs ?? backoffMs(row.attempt, row.key)),
          ),
        isPossiblyTwice: false,
      };
    case 'rejected':
      if (result.scope === 'account')
        return { state: 'retrying', reason: result.reason, nextAt: now + ACCOUNT_RETRY_MS, isPossiblyTwice: false };
      return { state: 'failed', reason: result.reason, nextAt: null, isPossiblyTwice: false };
    case 'unknown':
      return lost(row, result.reason, found, at);
    default:
      return assertNever(result, 'send result');
  }
}

function lost(
  row: Pick<OutboxRow, 'key' | 'attempt' | 'purpose' | 'isPossiblyTwice'>,
  reason: MessageReason,
  found: 'present' | 'absent' | 'cannotTell',
  at: { readonly now: number; readonly isIdempotent: boolean },
): Settled {
  if (found === 'present') return { state: 'accepted', reason: null, nextAt: null, isPossiblyTwice: false };
  if (found === 'absent')
    return { state: 'retrying', reason, nextAt: at.now + backoffMs(row.attempt, row.key), isPossiblyTwice: false };
  // The gateway recognises the key itself, so sending again cannot double it.
  if (at.isIdempotent)
    return { state: 'unknown', reason, nextAt: at.now + backoffMs(row.attempt, row.key), isPossiblyTwice: false };
  if (row.purpose === 'step' && !row.isPossiblyTwice)
    return { state: 'unknown', reason, nextAt: at.now + RESEND_MS, isPossiblyTwice: true };
  return { state: 'unknown', reason, nextAt: null, isPossiblyTwice: row.isPossiblyTwice };
}

/**
 * What becomes of a message that was on its way when the core died. Nobody knows whether it left. A step leaves again:
 * most likely it had not, for the core dies between claim and answer. Anything else goes to a person.
 */
export function afterCrash(row: Pick<OutboxRow, 'attempt' | 'purpose' | 'isPossiblyTwice'>, now: number): Settled {
  const isSentAgain = (row.purpose === 'step' || row.purpose === 'call') && row.attempt < MOST_TRIES_OVER_CRASHES;
  return {
    state: 'unknown',
    reason: 'coreStopped',
    nextAt: isSentAgain ? now : null,
    isPossiblyTwice: isSentAgain || row.isPossiblyTwice,
  };
}

/** Why a gateway gave a message back, and whether nobody knows how far it came. */
export type Returned = { readonly reason: MessageReason; readonly mayHaveLeft: boolean };

/** A message of no incident that was tried so often is given up when it comes back. */
const MOST_TRIES_OVER_RETURNS = 5;

/**
 * What becomes of a message of no incident that its gateway gave back; null where that is no news. What only that gateway may
 * have, such as a test of it, has failed.
 */
export function looseReturn(
  { state, attempt, boundSlot, expiresAt }: Pick<OutboxRow, 'state' | 'attempt' | 'boundSlot' | 'expiresAt'>,
  { reason, mayHaveLeft }: Returned,
  now: number,
): Settled | null {
  if (state !== 'accepted' && state !== 'unconfirmed' && state !== 'unknown') return null;
  const isInTime = attempt < MOST_TRIES_OVER_RETURNS && now < expiresAt;
  if (!mayHaveLeft && boundSlot === null && isInTime)
    return { state: 'retrying', reason, nextAt: now, isPossiblyTwice: false };
  return { state: 'failed', reason, nextAt: null, isPossiblyTwice: mayHaveLeft };
}

/** Which place may have a message, and when that place is asked about it; both null where nobody may. */
export type Whereabouts = { readonly mayBeAt: MessageSlot | null; readonly askAt: number | null };

export const NOWHERE: Whereabouts = { mayBeAt: null, askAt: null };

/** A place that could not say whether it has a message is asked again after this. */
export const ASK_AGAIN_MS = 30_000;

/**
 * Where a message may lie after an attempt. One whose answer was lost may lie where it was handed to, until that place says
 * otherwise; that a later attempt was not taken does not make the earlier one undone.
 */
export function whereabouts(
  before: MessageSlot | null,
  result: SendResult,
  found: 'present' | 'absent' | 'cannotTell',
  { slot, askAt }: { readonly slot: MessageSlot; readonly askAt: number | null },
): Whereabouts {
  if (result.kind === 'unknown' && found === 'cannotTell') return { mayBeAt: slot, askAt };
  if (isRefusal(result)) return { mayBeAt: before, askAt: before === null ? null : askAt };
  return NOWHERE;
}
