import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { z } from 'zod';
import type { GatewayHealth, SendResult } from '../driver.ts';

/** How one request went, told apart by the one thing that matters for a message: can it have been taken? */
export type Exchange =
  | Answer
  /** No connection came about, so nothing was written. `code` as the system names it, e.g. `ECONNREFUSED`. */
  | { readonly kind: 'neverWritten'; readonly code: string }
  /** Connected, but no whole answer. */
  | { readonly kind: 'lost'; readonly code: string };

export type Answer = {
  readonly kind: 'answer';
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs: number | null;
};

export type Request = {
  readonly url: URL;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** An answer that is longer is none; for lists `LIST_BYTES`. */
  readonly mostBytes?: number;
};

const ANSWER_BYTES = 256 * 1024;
/** A hundred texts as long as networks carry them, in whatever way they are written down. */
export const LIST_BYTES = 4 * 1024 * 1024;
const TOO_LONG = 'answer too long';

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Seconds only: the form with a date would need a clock, and no gateway we know sends it. */
function retryAfterMs(response: IncomingMessage): number | null {
  const seconds = response.headers['retry-after'];
  return seconds !== undefined && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : null;
}

/**
 * One request on a connection of its own, given up when `signal` says so. Never rejects, and follows no redirection: what
 * is meant for one address, credentials included, goes to no other. A kept-alive connection would be faster by a
 * millisecond, but when it breaks nobody can say whether the request was read.
 */
export function exchange(
  { url, method = 'GET', headers = {}, body, mostBytes = ANSWER_BYTES }: Request,
  signal: AbortSignal,
): Promise<Exchange> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === 'https:';
    let isConnected = false;
    const fail = (code: string) => resolve({ kind: isConnected ? 'lost' : 'neverWritten', code });
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    // A variable of the environment can make Node trust anybody, but not us.
    const options = { method, headers: { ...headers, ...length }, agent: false, signal, rejectUnauthorized: true };
    const request = (isSecure ? requestHttps : requestHttp)(url, options);
    let isAnswered = false;
    request.on('socket', (socket) => {
      // Over TLS the certificate is looked at before: one that proves nothing has been told nothing.
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      });
    });
    request.on('error', (error) => fail(codeOf(error)));
    // An answer that changes to another protocol ends without an error and without a response.
    request.on('close', () => isAnswered || fail('closed'));
    request.on('response', (response) => {
      isAnswered = true;
      const chunks: Buffer[] = [];
      let byteCount = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        byteCount += chunk.length;
        if (byteCount <= mostBytes) return;
        fail(TOO_LONG);
        request.destroy();
      });
      // An answer cut off ends in an error, never in `end`.
      response.on('error', (error) => fail(codeOf(error)));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ kind: 'answer', status: response.statusCode ?? 0, body: text, retryAfterMs: retryAfterMs(response) });
      });
    });
    request.end(body);
  });
}

/** A certificate that does not verify, in the names OpenSSL and Node have for it. */
const isAboutTrust = (code: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|CRL/.test(code);

type Failure = Exclude<Exchange, Answer>;

/** Why there is no answer, in the words of a reason. */
function failureReason({ kind, code }: Failure) {
  if (code === TOO_LONG) return 'answerTooLong' as const;
  if (kind === 'lost') return `answerLost:${code}` as const;
  return isAboutTrust(code) ? (`notTrusted:${code}` as const) : (`unreachable:${code}` as const);
}

/** What a send without an answer says about the message. */
export function failedSend(result: Failure): SendResult {
  const reason = failureReason(result);
  return result.kind === 'lost' ? { kind: 'unknown', reason } : { kind: 'notSent', reason, retryAfterMs: null };
}

/** What a question without an answer says about the gateway. */
export function failedHealth(result: Failure): GatewayHealth {
  return { level: 'down', detail: failureReason(result) };
}

/**
 * What a status says about a message where the gateway's own words say nothing: null for success. The answer itself is
 * never quoted: whatever stands at that address might echo the request, and the request holds the credentials.
 */
export function readStatus({ status, retryAfterMs }: Answer): SendResult | null {
  const refused = (
    scope: 'content' | 'account',
    reason: 'tooLong' | 'accountRefused' | 'wrongAddress' | 'setUpDiffers',
  ) => ({ kind: 'rejected', reason: `${reason}:${status}`, scope }) as const;
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return { kind: 'rejected', reason: `sentElsewhere:${status}`, scope: 'account' };
  if (status === 429) return { kind: 'notSent', reason: 'slowDown:429', retryAfterMs };
  // Without a time to come back at it may be a proxy's word, which says nothing about the message.
  if (status === 503 && retryAfterMs !== null) return { kind: 'notSent', reason: 'full:503', retryAfterMs };
  if (status === 408 || status < 200 || status >= 500) return { kind: 'unknown', reason: `failedAnswering:${status}` };
  if (status === 401 || status === 403) return refused('account', 'accountRefused');
  if (status === 404 || status === 405 || status === 410) return refused('account', 'wrongAddress');
  if (status === 413 || status === 414 || status === 431) return refused('content', 'tooLong');
  return refused('account', 'setUpDiffers');
}

/** What an answer to a question that sends nothing says about the gateway; null when it is as it should be. */
export function troubleOf(result: Exchange): GatewayHealth | null {
  if (result.kind !== 'answer') return failedHealth(result);
  const said = readStatus(result);
  return said === null ? null : { level: 'down', detail: 'reason' in said ? said.reason : 'answerStrange' };
}

/** The body as `schema` has it; null for anything else. */
export function readJson<Schema extends z.ZodType>(schema: Schema, body: string): z.infer<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null; // not JSON: a page of a proxy, or half an answer
  }
}

/** An address below another one. */
export const below = (base: string, path: string): URL => new URL(`${base.replace(/\/+$/, '')}/${path}`);

export const basicAuthorization = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
