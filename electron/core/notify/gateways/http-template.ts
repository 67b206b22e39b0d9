import { z } from 'zod';
import type { OutMessage, SendResult, SmsDriver } from '../driver.ts';
import { isNamed, meaningOf } from './answer-rules.ts';
import { unfit } from './fit-message.ts';
import type { HttpConfig } from './http-config.ts';
import {
  type Answer,
  type Exchange,
  exchange,
  failedSend,
  type Request,
  readJson,
  readStatus,
  troubleOf,
} from './http-exchange.ts';
import { fillIn, headerLines, type TemplateValues, templateValues } from './template-text.ts';

const TYPES = { form: 'application/x-www-form-urlencoded', json: 'application/json' } as const;
const LONGEST_REFERENCE = 200;
/** Unpaid, another address, a proxy in between: what they say of one message they would say of any. */
const NOT_THIS_MESSAGE: ReadonlySet<number> = new Set([402, 404, 405, 407, 408, 410]);

function headersOf({ headers = '' }: HttpConfig, values: TemplateValues): Record<string, string> {
  const lines = headerLines(headers) ?? [];
  return Object.fromEntries(lines.map(([name, value]) => [name, fillIn(value, values, 'header')]));
}

function requestFor(config: HttpConfig, message: OutMessage): Request {
  const { from = '', secret = '', body = '', method, bodyKind } = config;
  const values = templateValues(message, { from, secret });
  const url = new URL(fillIn(config.address, values, 'address'));
  const headers = headersOf(config, values);
  if (method === 'GET' || body === '') return { url, method, headers };
  return {
    url,
    method,
    headers: { 'content-type': TYPES[bodyKind], ...headers },
    body: fillIn(body, values, bodyKind),
  };
}

/** The gateway's own name for the message, where the administrator said it stands; null where it does not. */
function referenceIn(body: string, path: string | undefined): string | null {
  if (path === undefined) return null;
  let found: unknown = readJson(z.unknown(), body);
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return null;
    found = (found as Readonly<Record<string, unknown>>)[name]; // an object that has this name
  }
  return typeof found === 'string' || typeof found === 'number' ? String(found).slice(0, LONGEST_REFERENCE) : null;
}

/** What an answer says about the message, by the administrator's lines; what fits none may have been taken. */
function readAnswer(config: HttpConfig, answer: Answer): SendResult {
  const { status, retryAfterMs } = answer;
  const said = readStatus(answer);
  // Nobody means these by "this message only".
  if (said?.kind === 'rejected' && (status === 401 || status === 403 || status < 400)) return said;
  switch (meaningOf(config, answer)) {
    case 'accepted':
      return { kind: 'accepted', ref: referenceIn(answer.body, config.reference) };
    case 'rejected':
      if (said !== null && NOT_THIS_MESSAGE.has(status) && !isNamed(config.rejected, answer)) return said;
      return { kind: 'rejected', reason: `refusedByRule:${status}`, scope: 'recipient' };
    case 'tryAgain':
      return { kind: 'notSent', reason: `full:${status}`, retryAfterMs };
    default:
      return { kind: 'unknown', reason: `${said === null ? 'answerStrange' : 'failedAnswering'}:${status}` };
  }
}

const readSend = (config: HttpConfig, result: Exchange): SendResult =>
  result.kind === 'answer' ? readAnswer(config, result) : failedSend(result);

/**
 * Any gateway that takes a message in one request: what is asked and what its answers mean the administrator writes down.
 * It reports nothing and hears nothing.
 */
export function httpTemplateDriver(config: HttpConfig): SmsDriver {
  const nobody = { to: '', text: '', key: '', digits: '', from: config.from ?? '', secret: config.secret ?? '' };
  return {
    name: 'http',
    capabilities: {
      isIdempotent: false,
      hasReceipts: false,
      hasInbound: false,
      medium: 'sms',
      ratePerMinute: config.ratePerMinute ?? null,
      handlesStop: false,
      maxSegments: null,
      needsPublicAddress: false,
    },
    start: async () => undefined,
    stop: async () => undefined,
    async send(message, signal) {
      return unfit(message) ?? readSend(config, await exchange(requestFor(config, message), signal));
    },
    async health(signal) {
      if (config.healthUrl === undefined) return { level: 'warn', detail: 'notAskable' };
      const asked = await exchange({ url: new URL(config.healthUrl), headers: headersOf(config, nobody) }, signal);
      return troubleOf(asked) ?? { level: 'ok', detail: 'answersWell' };
    },
  };
}
