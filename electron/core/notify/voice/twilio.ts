import { z } from 'zod';
import type { Language } from '#shared/contract';
import type { MessageReason } from '#shared/messages';
import { basicAuthorization, type Exchange, exchange, readJson } from '../gateways/http-exchange.ts';
import type { CallEnd, CallRequest, VoiceDriver } from './driver.ts';
import type { VoiceDeps } from './entry.ts';
import type { TwilioVoiceConfig } from './twilio-entry.ts';

/** How often it is asked how a call stands; it has no other way to tell a desk without a public address. */
const ASK_EVERY_MS = 2_000;
const REQUEST_LIMIT_MS = 10_000;
/** For what has to be said though the call is over. */
const NEVER = new AbortController().signal;
const VOICE: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-MX' };

const CallAnswer = z.object({ sid: z.string().min(1), status: z.string() });

/**
 * Rings and reads. It cannot hear keys: they would be posted to an address that a desk behind a router does not have. So
 * that somebody picked up says nothing, and the text is to be answered.
 */
export function twilioVoiceDriver(config: TwilioVoiceConfig, deps: VoiceDeps): VoiceDriver {
  const { baseUrl, accountSid, authToken, from } = config;
  const account = `${baseUrl.replace(/\/$/, '')}/2010-04-01/Accounts/${accountSid}`;
  const authorization = basicAuthorization(accountSid, authToken);

  const ask = (path: string, signal: AbortSignal, form?: Readonly<Record<string, string>>): Promise<Exchange> => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT_MS)]);
    const url = new URL(`${account}${path}`);
    if (form === undefined) return exchange({ url, headers: { authorization } }, limit);
    const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
    return exchange({ url, method: 'POST', headers, body: `${new URLSearchParams(form)}` }, limit);
  };

  /** `canceled` ends one that still rings, and does nothing to one that was picked up in the same moment. */
  const hangUp = async (sid: string, hasBegun: boolean): Promise<void> => {
    for (const status of hasBegun ? ['completed'] : ['canceled', 'completed'])
      await ask(`/Calls/${encodeURIComponent(sid)}.json`, NEVER, { Status: status });
  };

  /** How it ended; asked until it has, or until the signal ends it. */
  const followed = async (sid: string, request: CallRequest, signal: AbortSignal): Promise<CallEnd> => {
    const until = deps.now() + request.ringMs + request.waitKeyMs;
    let failures = 0;
    let hasBegun = false;
    for (;;) {
      await waited(deps, signal);
      if (signal.aborted || deps.now() > until) {
        await hangUp(sid, hasBegun);
        return signal.aborted ? { kind: 'noAnswer' } : { kind: 'noKey' };
      }
      const asked = await ask(`/Calls/${encodeURIComponent(sid)}.json`, signal);
      const isTold = asked.kind === 'answer' && asked.status === 200;
      const status = isTold ? (callIn(asked.body)?.status ?? '') : '';
      const end = endOf(status);
      if (end !== null) return end;
      hasBegun ||= status === 'in-progress';
      failures = isTold ? 0 : failures + 1;
      if (failures >= 5 && !signal.aborted) return { kind: 'unknown', reason: 'answerLost' };
    }
  };

  return {
    name: 'twilioVoice',
    capabilities: { hasKeys: false, parallel: 4 },
    start: async () => undefined,
    stop: async () => undefined,
    async call(request, signal) {
      const form = {
        To: request.to,
        From: from,
        Twiml: spokenAs(request),
        Timeout: String(Math.round(request.ringMs / 1000)),
      };
      if (signal.aborted) return { kind: 'noAnswer' };
      // Not given up with the signal: what rings without a name known to us cannot be called off.
      const made = await ask('/Calls.json', NEVER, form);
      if (made.kind === 'neverWritten') return { kind: 'failed', reason: 'unreachable' };
      if (made.kind === 'lost') return { kind: 'unknown', reason: 'answerLost' };
      if (made.status >= 500) return { kind: 'unknown', reason: `failedAnswering:${made.status}` };
      if (made.status >= 300) return { kind: 'failed', reason: refusedBy(made.status, made.body) };
      const call = callIn(made.body);
      return call === null ? { kind: 'unknown', reason: 'answerStrange' } : followed(call.sid, request, signal);
    },
    async health(signal) {
      const asked = await ask('.json', signal);
      if (asked.kind !== 'answer')
        return { level: 'down', detail: asked.kind === 'neverWritten' ? 'unreachable' : 'answerLost' };
      if (asked.status === 200) return { level: 'ok', detail: 'readyToCall' };
      if (asked.status === 401 || asked.status === 403) return { level: 'down', detail: 'accountRefused' };
      return { level: 'down', detail: `failedAnswering:${asked.status}` };
    },
  };
}

function callIn(text: string): z.infer<typeof CallAnswer> | null {
  return readJson(CallAnswer, text);
}

/** That it was picked up decides nothing. */
function endOf(status: string): CallEnd | null {
  switch (status) {
    case 'completed':
      return { kind: 'noKey' };
    case 'busy':
      return { kind: 'busy' };
    case 'no-answer':
    case 'canceled':
      return { kind: 'noAnswer' };
    case 'failed':
      return { kind: 'failed', reason: 'callRefused' };
    default:
      return null;
  }
}

const ErrorAnswer = z.object({ code: z.int() });

/** Its own code for what it refuses: numbers begin with 21. */
function refusedBy(status: number, text: string): MessageReason {
  if (status === 401 || status === 403) return 'accountRefused';
  if (status === 429) return 'slowDown';
  const code = codeIn(text);
  if (code >= 21_200 && code < 21_220) return `numberRefused:${code}`;
  return code === 0 ? `callRefused:${status}` : `callRefused:${code}`;
}

function codeIn(text: string): number {
  return readJson(ErrorAnswer, text)?.code ?? 0;
}

/** The text twice, as its language for calls. */
function spokenAs({ say, language }: Pick<CallRequest, 'say' | 'language'>): string {
  const said = `<Say language="${VOICE[language]}">${escaped(say)}</Say>`;
  return `<Response><Pause length="1"/>${said}<Pause length="1"/>${said}</Response>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return text.replace(/[&<>"']/g, (each) => entities[each] ?? '');
}

function waited({ timer }: VoiceDeps, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const over = (): void => resolve();
  const cancel = timer(ASK_EVERY_MS, over);
  signal.addEventListener('abort', over);
  if (signal.aborted) over();
  return promise.finally(() => {
    cancel();
    signal.removeEventListener('abort', over);
  });
}
