import { z } from 'zod';
import type { Language } from '#shared/contract';
import type { MessageReason } from '#shared/messages';
import type { CallEnd, CallRequest, VoiceDriver } from './driver.ts';
import type { VoiceDeps } from './entry.ts';
import type { TwilioVoiceConfig } from './twilio-entry.ts';

/** How often it is asked how a call stands; it has no other way to tell a desk without a public address. */
const ASK_EVERY_MS = 2_000;
const REQUEST_LIMIT_MS = 10_000;
const LONGEST_ANSWER = 256 * 1024;
const VOICE: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-MX' };

const CallAnswer = z.object({ sid: z.string().min(1), status: z.string() });

/**
 * Rings and reads. It cannot hear keys: they would be posted to an address that a desk behind a router does not have. So
 * that somebody picked up says nothing, and the text is to be answered.
 */
export function twilioVoiceDriver(config: TwilioVoiceConfig, deps: VoiceDeps): VoiceDriver {
  const { baseUrl, accountSid, authToken, from } = config;
  const account = `${baseUrl.replace(/\/$/, '')}/2010-04-01/Accounts/${accountSid}`;
  const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` };

  const ask = async (
    path: string,
    form: Readonly<Record<string, string>> | null,
    signal: AbortSignal,
  ): Promise<Asked> => {
    try {
      const response = await fetch(`${account}${path}`, {
        method: form === null ? 'GET' : 'POST',
        headers,
        redirect: 'error',
        ...(form !== null && { body: new URLSearchParams(form) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_LIMIT_MS)]),
      });
      const text = (await response.text()).slice(0, LONGEST_ANSWER);
      return { status: response.status, text };
    } catch (error) {
      return { status: null, isUnsent: isRefused(error) };
    }
  };

  const hangUp = (sid: string, status: 'canceled' | 'completed'): Promise<Asked> =>
    ask(`/Calls/${encodeURIComponent(sid)}.json`, { Status: status }, AbortSignal.timeout(REQUEST_LIMIT_MS));

  /** How it ended; asked until it has, or until the signal ends it. */
  const followed = async (sid: string, request: CallRequest, signal: AbortSignal): Promise<CallEnd> => {
    const until = deps.now() + request.ringMs + request.waitKeyMs;
    let failures = 0;
    for (;;) {
      await waited(deps, signal);
      if (signal.aborted || deps.now() > until) {
        await hangUp(sid, signal.aborted ? 'canceled' : 'completed');
        return signal.aborted ? { kind: 'noAnswer' } : { kind: 'noKey' };
      }
      const asked = await ask(`/Calls/${encodeURIComponent(sid)}.json`, null, signal);
      const end = asked.status === 200 ? endOf(callIn(asked.text)?.status ?? '') : null;
      if (end !== null) return end;
      failures = asked.status === 200 ? 0 : failures + 1;
      if (failures >= 5) return { kind: 'unknown', reason: 'answerLost' };
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
      const made = await ask('/Calls.json', form, signal);
      if (made.status === null)
        return made.isUnsent ? { kind: 'failed', reason: 'unreachable' } : { kind: 'unknown', reason: 'answerLost' };
      if (made.status >= 500) return { kind: 'unknown', reason: `failedAnswering:${made.status}` };
      if (made.status >= 300) return { kind: 'failed', reason: refusedBy(made.status, made.text) };
      const call = callIn(made.text);
      return call === null ? { kind: 'unknown', reason: 'answerStrange' } : followed(call.sid, request, signal);
    },
    async health(signal) {
      const asked = await ask('.json', null, signal);
      if (asked.status === null) return { level: 'down', detail: asked.isUnsent ? 'unreachable' : 'answerLost' };
      if (asked.status === 200) return { level: 'ok', detail: 'readyToCall' };
      if (asked.status === 401 || asked.status === 403) return { level: 'down', detail: 'accountRefused' };
      return { level: 'down', detail: `failedAnswering:${asked.status}` };
    },
  };
}

type Asked =
  | { readonly status: number; readonly text: string }
  /** No answer; `isUnsent`: it cannot have been taken. */
  | { readonly status: null; readonly isUnsent: boolean };

function isRefused(error: unknown): boolean {
  const code = error instanceof Error ? (error.cause as { code?: unknown } | undefined)?.code : undefined; // what fetch wraps
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EHOSTUNREACH' || code === 'EAI_AGAIN';
}

function callIn(text: string): z.infer<typeof CallAnswer> | null {
  try {
    const parsed = CallAnswer.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // no JSON: an answer that is none
  }
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
  try {
    const parsed = ErrorAnswer.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.code : 0;
  } catch {
    return 0; // no JSON: it gave no code
  }
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
  const cancel = timer(ASK_EVERY_MS, resolve);
  signal.addEventListener('abort', () => {
    cancel();
    resolve();
  });
  return promise;
}
