import type { MessageReason } from '#shared/messages';
import type { SendResult } from '../driver.ts';
import { rawSmpp } from './smpp-library.ts';

/** How long to leave an SMSC alone that asked to slow down, and one whose queue is full. */
const SLOW_DOWN_MS = 5_000;
const FULL_MS = 15_000;

/** Its name in the standard, e.g. `ESME_RTHROTTLED`; codes of a vendor's own as they are. */
export function statusName(status: number): string {
  const known = Object.entries(rawSmpp().errors).find(([, code]) => code === status);
  return known?.[0] ?? `0x${status.toString(16).padStart(8, '0')}`;
}

type Verdict =
  | {
      readonly kind: 'notSent';
      readonly reason: 'slowDown' | 'full' | 'linkDown';
      readonly retryAfterMs: number | null;
    }
  | {
      readonly kind: 'rejected';
      readonly reason: 'numberRefused' | 'tooLong' | 'textRefused' | 'setUpDiffers' | 'accountRefused';
      readonly scope: 'recipient' | 'content' | 'account';
    }
  | { readonly kind: 'unknown'; readonly reason: 'failedAnswering' };

const later = (reason: 'slowDown' | 'full' | 'linkDown', retryAfterMs: number | null): Verdict => ({
  kind: 'notSent',
  reason,
  retryAfterMs,
});
const NUMBER: Verdict = { kind: 'rejected', reason: 'numberRefused', scope: 'recipient' };
const LONG: Verdict = { kind: 'rejected', reason: 'tooLong', scope: 'content' };
const TEXT: Verdict = { kind: 'rejected', reason: 'textRefused', scope: 'content' };
/** It would say so to every message: what is wrong is how we ask, not this one. */
const SET_UP: Verdict = { kind: 'rejected', reason: 'setUpDiffers', scope: 'account' };
const ACCOUNT: Verdict = { kind: 'rejected', reason: 'accountRefused', scope: 'account' };

/** The errors of SMPP 3.4, section 5.1.3, as an answer to a message. */
const VERDICTS: ReadonlyMap<number, Verdict> = new Map([
  [0x0001, LONG], // message length
  [0x0002, SET_UP], // command length
  [0x0003, SET_UP], // command id
  [0x0004, later('linkDown', null)], // not bound for this
  [0x0006, SET_UP], // priority
  [0x0007, SET_UP], // registered delivery
  [0x000a, SET_UP], // source address
  [0x000b, NUMBER], // destination address
  [0x000d, ACCOUNT], // bind failed
  [0x000e, ACCOUNT], // password
  [0x000f, ACCOUNT], // system id
  [0x0014, later('full', FULL_MS)], // message queue full
  [0x0015, SET_UP], // service type
  [0x0033, SET_UP], // number of destinations
  [0x0034, SET_UP], // distribution list
  [0x0040, SET_UP], // destination flag
  [0x0042, SET_UP], // submit with replace
  [0x0043, SET_UP], // esm class
  [0x0045, later('full', FULL_MS)], // submit failed: it says itself that it did not take it
  [0x0048, SET_UP], // source TON
  [0x0049, SET_UP], // source NPI
  [0x0050, SET_UP], // destination TON
  [0x0051, SET_UP], // destination NPI
  [0x0053, SET_UP], // system type
  [0x0054, SET_UP], // replace flag
  [0x0058, later('slowDown', SLOW_DOWN_MS)], // throttled
  [0x0061, SET_UP], // scheduled time
  [0x0062, SET_UP], // validity period
  [0x0063, SET_UP], // predefined message
  [0x0064, later('full', FULL_MS)], // temporary error of an application
  [0x0065, TEXT], // permanent error of an application
  [0x0066, TEXT], // an application rejects the message
  [0x00c0, SET_UP], // optional fields: not readable,
  [0x00c1, SET_UP], // not allowed,
  [0x00c2, SET_UP], // of a wrong length,
  [0x00c3, SET_UP], // missing,
  [0x00c4, SET_UP], // of a wrong value
  [0x00fe, NUMBER], // delivery failure
  [0x0100, ACCOUNT], // service type not allowed
  [0x0101, ACCOUNT], // prohibited
  [0x0102, later('full', FULL_MS)], // service not available
  [0x0103, ACCOUNT], // service denied
  [0x0104, TEXT], // data coding
]);

/**
 * What an error says about the message it answers. A system error, and whatever only the vendor knows, is left open: such
 * answers come after a time-out inside as well, when the message is already on its way.
 */
export function readSubmitError(status: number): SendResult {
  const verdict: Verdict = VERDICTS.get(status) ?? { kind: 'unknown', reason: 'failedAnswering' };
  const reason: MessageReason = `${verdict.reason}:${statusName(status)}`;
  return { ...verdict, reason };
}

/** Whether an SMSC that does not let us sign in may do so in a while: it is busy, or still holds our last link for alive. */
export function isPassing(bindStatus: number): boolean {
  return [0x0004, 0x0005, 0x0008, 0x0014, 0x0058, 0x0064, 0x00ff].includes(bindStatus);
}
