import { createHmac } from 'node:crypto';
import type { CountryCode } from 'libphonenumber-js';
import { z } from 'zod';
import { assertNever } from '#shared/contract';
import type { DeliveryReport, SendResult } from '../driver.ts';
import { isSameSecret } from './callback-listener.ts';
import type { Listed } from './heard-book.ts';
import { type Answer, type Exchange, failedSend, readJson, readStatus } from './http-exchange.ts';
import { senderNumber } from './sender-number.ts';
import { deliveryReason, NEVER_LEFT, SEND_ERRORS } from './twilio-errors.ts';

const Taken = z.object({ sid: z.string().min(1).max(64) });
const Refusal = z.object({ code: z.int() });

/** What the answer to a message says about it. */
export function readTwilioSend(result: Exchange): SendResult {
  if (result.kind !== 'answer') return failedSend(result);
  if (result.status >= 200 && result.status < 300) {
    const ref = readJson(Taken, result.body)?.sid;
    return ref === undefined
      ? { kind: 'unknown', reason: `answerStrange:${result.status}` }
      : { kind: 'accepted', ref };
  }
  const code = readJson(Refusal, result.body)?.code;
  const said = code === undefined ? undefined : SEND_ERRORS.get(code);
  if (code === undefined || said === undefined) return readUnnamed(result, code);
  const reason = `${said.why}:${code}` as const;
  switch (said.kind) {
    case 'rejected':
      return { kind: 'rejected', reason, scope: said.scope };
    case 'notSent':
      return { kind: 'notSent', reason, retryAfterMs: result.retryAfterMs };
    case 'unknown':
      return { kind: 'unknown', reason };
    default:
      return assertNever(said, 'what Twilio says');
  }
}

/** A number nobody here knows: the status has to do, and the number is kept for whoever asks their help. */
function readUnnamed(answer: Answer, code: number | undefined): SendResult {
  const said = readStatus(answer);
  if (said === null) return { kind: 'unknown', reason: `answerStrange:${answer.status}` };
  if (code !== undefined && said.kind === 'rejected' && answer.status === 400)
    return { ...said, reason: `setUpDiffers:${code}` };
  return said;
}

const Resource = z.object({
  sid: z.string().min(1).max(64),
  direction: z.string(),
  from: z.string().nullish(),
  to: z.string().nullish(),
  body: z.string().nullish(),
  status: z.string(),
  error_code: z.coerce.number().int().nullish(),
  date_created: z.string().nullish(),
  date_sent: z.string().nullish(),
});
export type TwilioMessage = z.infer<typeof Resource>;

const Page = z.object({ messages: z.array(z.unknown()), next_page_uri: z.string().nullish() });

export type TwilioPage = {
  readonly messages: readonly TwilioMessage[];
  /** How many could not be read. */
  readonly unreadable: number;
  readonly next: string | null;
};

/** Null for an answer that is no list. */
export function readTwilioPage(body: string): TwilioPage | null {
  const page = readJson(Page, body);
  if (page === null) return null;
  const messages = page.messages.flatMap((each) => Resource.safeParse(each).data ?? []);
  return { messages, unreadable: page.messages.length - messages.length, next: page.next_page_uri || null };
}

export const readTwilioMessage = (body: string): TwilioMessage | null => readJson(Resource, body);

/** What became of a message by its status; null while that is not its last. */
export function readTwilioState(key: string, status: string, code: number | null): DeliveryReport | null {
  if (status === 'delivered' || status === 'read') return { key, state: 'delivered', reason: null };
  if (status === 'failed' && code !== null && NEVER_LEFT.has(code))
    return { key, state: 'returned', reason: deliveryReason(code), mayHaveLeft: false };
  if (status === 'failed' || status === 'undelivered') return { key, state: 'failed', reason: deliveryReason(code) };
  // Only what has not been sent can be cancelled.
  if (status === 'canceled') return { key, state: 'returned', reason: 'cancelledThere', mayHaveLeft: false };
  return null;
}

/** When a message came about, by the gateway's clock; its time of sending is empty until it was sent. */
export const madeAt = ({ date_created, date_sent }: TwilioMessage): number =>
  Date.parse(date_created ?? date_sent ?? '');

/** No telephone number is longer, and no name a network lets through. */
const LONGEST_SENDER = 100;

/** A reply as it stands in the list; null for what is none, or has no time. */
export function readTwilioReply(message: TwilioMessage, country: CountryCode): Listed | null {
  const at = madeAt(message);
  if (message.direction !== 'inbound' || Number.isNaN(at)) return null;
  const from = message.from ?? '';
  return {
    at,
    message: {
      id: message.sid,
      from: senderNumber(from, country) ?? from.slice(0, LONGEST_SENDER),
      to: senderNumber(message.to ?? '', country),
      text: message.body ?? '',
    },
  };
}

/**
 * The signature of a call: of the address as it was called, and of every field of the form by its name.
 * twilio.com/docs/usage/security
 */
export function twilioSignature(authToken: string, url: string, form: URLSearchParams): string {
  const fields = [...form].toSorted(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const signed = url + fields.map(([name, value]) => name + value).join('');
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether the holder of `authToken` made this call. Proxies name the port or leave it out: each way is tried. */
export function isSignedByTwilio(authToken: string, url: URL, form: URLSearchParams, given: string): boolean {
  const { protocol, hostname, pathname, search } = url;
  const usual = protocol === 'https:' ? '443' : '80';
  const ports = new Set(['', `:${url.port === '' ? usual : url.port}`]);
  return [...ports]
    .map((port) => twilioSignature(authToken, `${protocol}//${hostname}${port}${pathname}${search}`, form))
    .some((expected) => isSameSecret(given, expected));
}
