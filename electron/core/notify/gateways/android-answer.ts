import { createHash, createHmac } from 'node:crypto';
import type { CountryCode } from 'libphonenumber-js';
import { z } from 'zod';
import type { DeliveryReport, SendResult } from '../driver.ts';
import { type Callback, isSameSecret } from './callback-listener.ts';
import type { Listed } from './heard-book.ts';
import { type Exchange, failedSend, readJson, readStatus } from './http-exchange.ts';
import { senderNumber } from './sender-number.ts';

/** The words of SMS Gateway for Android, local mode (docs.sms-gate.app). */

/**
 * The message's name on the phone: our key where every version of the app takes it, else its hash. Either way the same key
 * has the same name, by which the phone knows a repeat.
 */
export function nameOnPhone(key: string): string {
  if (/^[\w-]{1,36}$/.test(key)) return key;
  return createHash('sha256').update(key).digest('base64url').slice(0, 36);
}

const Named = z.object({ id: z.string() });
const Refusal = z.object({ message: z.string() });

/** What the phone's answer to a message says about it. */
export function readPhoneSend(result: Exchange): SendResult {
  if (result.kind !== 'answer') return failedSend(result);
  const { status, body } = result;
  if (status === 409) return { kind: 'duplicate', ref: null };
  if (status === 400 || status === 422) return readRefusal(readJson(Refusal, body)?.message ?? '', status);
  const refused = readStatus(result);
  if (refused !== null) return refused;
  const ref = readJson(Named, body)?.id;
  return ref === undefined ? { kind: 'unknown', reason: `answerStrange:${status}` } : { kind: 'accepted', ref };
}

/** The phone says in a sentence what it does not like. */
function readRefusal(message: string, status: number): SendResult {
  if (/phone ?number|recipient/i.test(message))
    return { kind: 'rejected', reason: `numberRefused:${status}`, scope: 'recipient' };
  if (/too long/i.test(message)) return { kind: 'rejected', reason: `tooLong:${status}`, scope: 'content' };
  if (/text|content/i.test(message)) return { kind: 'rejected', reason: `textRefused:${status}`, scope: 'content' };
  return { kind: 'rejected', reason: `setUpDiffers:${status}`, scope: 'account' };
}

const MessageState = z.object({
  state: z.string(),
  recipients: z.array(z.object({ error: z.string().nullish() })).default([]),
});

/** What became of a message by its state on the phone: null while that is not its last; `strange` for no such answer. */
export function readPhoneState(key: string, body: string): DeliveryReport | 'strange' | null {
  const found = readJson(MessageState, body);
  if (found === null) return 'strange';
  if (found.state === 'Delivered') return { key, state: 'delivered', reason: null };
  // Only what the phone has not begun can be cancelled there.
  if (found.state === 'Cancelled') return { key, state: 'returned', reason: 'cancelledThere', mayHaveLeft: false };
  if (found.state !== 'Failed') return null;
  const error = found.recipients.map((each) => each.error ?? '').join(' ');
  if (/expired|ttl/i.test(error)) return { key, state: 'failed', reason: 'expiredOnTheWay' };
  // Its words may hold the number: only names of Android's own errors are kept.
  const code = /\bRESULT_[A-Z_]{3,40}\b/.exec(error)?.[0];
  return { key, state: 'failed', reason: code === undefined ? 'phoneCouldNotSend' : `phoneCouldNotSend:${code}` };
}

const InboxItem = z.object({
  id: z.string().min(1).max(60),
  sender: z.string(),
  recipient: z.string().nullish(),
  contentPreview: z.string(),
  createdAt: z.string(),
});

export type InboxPage = {
  readonly replies: readonly Listed[];
  /** How many there were, those included that cannot be read. */
  readonly count: number;
};

/** No telephone number is longer, and no name a network lets through. */
const LONGEST_SENDER = 100;

/** Null for an answer that is no list at all. */
export function readInbox(body: string, country: CountryCode): InboxPage | null {
  const items = readJson(z.array(z.unknown()), body);
  if (items === null) return null;
  const replies = items.flatMap((item): Listed[] => {
    const { data } = InboxItem.safeParse(item);
    const at = data === undefined ? Number.NaN : Date.parse(data.createdAt);
    if (data === undefined || Number.isNaN(at)) return [];
    const message = {
      // The app's own is a short hash of the contents, which comes again over the years: with the time it does not.
      id: `${at}-${data.id}`,
      from: senderNumber(data.sender, country) ?? data.sender.slice(0, LONGEST_SENDER),
      to: senderNumber(data.recipient ?? '', country),
      text: data.contentPreview,
    };
    return [{ at, message }];
  });
  return { replies, count: items.length };
}

/** Whether the app made this call: its signature is over the body and the time it names. */
export function isSignedByPhone({ headers, body }: Callback, signingKey: string): boolean {
  const timestamp = headers['x-timestamp'];
  const signature = headers['x-signature'];
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return false;
  const expected = createHmac('sha256', signingKey).update(body).update(timestamp).digest('hex');
  return isSameSecret(signature.toLowerCase(), expected);
}
