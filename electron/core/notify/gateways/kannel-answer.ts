import type { SendResult } from '../driver.ts';
import { type Exchange, failedSend } from './http-exchange.ts';

/**
 * What smsbox's answer to a send request says about the message. The reasons are our own codes: an answer is never
 * quoted, since whatever stands at that address might echo the request, and the request holds the password.
 */
export function readSendAnswer(result: Exchange): SendResult {
  return result.kind === 'answer' ? readAnswer(result.status, result.body, result.retryAfterMs) : failedSend(result);
}

type Refusal =
  | 'noRoute'
  | 'accountRefused'
  | 'tooLong'
  | 'wrongAddress'
  | 'numberRefused'
  | 'textRefused'
  | 'setUpDiffers';

const refused = (scope: 'recipient' | 'content' | 'account', status: number, reason: Refusal): SendResult => ({
  kind: 'rejected',
  reason: `${reason}:${status}`,
  scope,
});

function readAnswer(status: number, body: string, retryAfterMs: number | null): SendResult {
  if (status >= 200 && status < 300) return readSuccess(status, body);
  if (status === 429) return { kind: 'notSent', reason: 'slowDown:429', retryAfterMs };
  if (status === 503) return readUnavailable(body, retryAfterMs);
  if (status === 400) return readBadRequest(body);
  if (status === 401 || status === 403) {
    // With 403 smsbox says two very different things.
    if (/^Not routable/.test(body)) return refused('recipient', status, 'noRoute');
    return refused('account', status, 'accountRefused');
  }
  if (status === 413 || status === 414 || status === 431) return refused('content', status, 'tooLong');
  if (status === 408 || status >= 500) return { kind: 'unknown', reason: `failedAnswering:${status}` };
  return refused('account', status, 'wrongAddress');
}

function readSuccess(status: number, body: string): SendResult {
  // "3" means that the link to the network is down: stored, and sent once it is back.
  if (/^(0: Accepted for delivery|3: Queued for later delivery)\s*$/.test(body)) return { kind: 'accepted', ref: null };
  return { kind: 'unknown', reason: `answerStrange:${status}` };
}

function readUnavailable(body: string, retryAfterMs: number | null): SendResult {
  // Kannel's own words for "queue full"; from a proxy in between the same number says nothing about the message.
  if (/^Temporal failure/.test(body) || retryAfterMs !== null) {
    return { kind: 'notSent', reason: 'full:503', retryAfterMs };
  }
  return { kind: 'unknown', reason: 'failedAnswering:503' };
}

function readBadRequest(body: string): SendResult {
  if (/receiver|Number\(s\)/i.test(body)) return refused('recipient', 400, 'numberRefused');
  if (/Charset or body/i.test(body)) return refused('content', 400, 'textRefused');
  return refused('account', 400, 'setUpDiffers');
}
