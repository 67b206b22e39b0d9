import type { BothLanguages } from '#shared/contract';
import { statusTrouble, troubles } from './trouble.ts';

export type Question = {
  readonly url: string;
  /** Who asks, and whom to write to: without it the service refuses. */
  readonly userAgent: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly limitMs: number;
  /** The desk is being closed. */
  readonly signal: AbortSignal;
};

export type Answered =
  | {
      readonly kind: 'document';
      readonly text: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly maxAgeMs: number | null;
    }
  | { readonly kind: 'unchanged'; readonly maxAgeMs: number | null }
  | {
      readonly kind: 'failed';
      readonly trouble: BothLanguages;
      /** Null where nothing answered. */
      readonly status: number | null;
      readonly retryAfterMs: number | null;
    };

/** An hourly forecast is about 110 kB; the alerts of a hundred zones, with their outlines, a few times that. */
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_REDIRECTS = 3;

/** Asks for one document. Never rejects: what went wrong is an answer too. */
export async function fetchDocument(question: Question): Promise<Answered> {
  const limit = AbortSignal.timeout(question.limitMs);
  const ended = new AbortController();
  const signal = AbortSignal.any([limit, question.signal, ended.signal]);
  try {
    return await follow(question, signal);
  } catch (error) {
    return failed(limit.aborted ? troubles.tooSlow : isNetwork(error) ? troubles.noService : troubles.brokenOff);
  } finally {
    // What is left of an answer that was not read to its end must not keep the connection.
    ended.abort();
  }
}

async function follow(question: Question, signal: AbortSignal): Promise<Answered> {
  let url = new URL(question.url);
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const response = await fetch(url, { headers: headersOf(question), redirect: 'manual', signal });
    if (response.status < 300 || response.status === 304 || response.status >= 400) return read(response);
    const next = URL.parse(response.headers.get('location') ?? '', url.href);
    // A place with too many decimals is sent on to the rounded one; nothing of this service lies elsewhere.
    if (next?.origin !== url.origin) return failed(troubles.movedAway, response.status);
    url = next;
  }
  return failed(troubles.movedAway);
}

function headersOf({ userAgent, etag, lastModified }: Question): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'application/geo+json',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

async function read(response: Response): Promise<Answered> {
  const { status, headers } = response;
  const maxAgeMs = secondsIn(/(?:^|[\s,])max-age=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1]);
  if (status === 304) return { kind: 'unchanged', maxAgeMs };
  if (status !== 200) return failed(statusTrouble(status), status, secondsIn(headers.get('retry-after')));
  if (Number(headers.get('content-length') ?? 0) > MAX_BYTES) return failed(troubles.tooLarge, status);
  const text = await bodyOf(response);
  if (text === null) return failed(troubles.tooLarge, status);
  const named = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
  return { kind: 'document', text, ...named, maxAgeMs };
}

/** The body, unpacked; null when it is longer than it may be. */
async function bodyOf(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > MAX_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function secondsIn(text: string | null | undefined): number | null {
  return text && /^\d{1,7}$/.test(text) ? Number(text) * 1_000 : null;
}

/** Nobody answered at all; everything else broke on the way. */
function isNetwork(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return (
    /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOST|ENET|ETIMEDOUT|UND_ERR_CONNECT)/.test(code) || /CERT|TLS|SSL/.test(code)
  );
}

function failed(trouble: BothLanguages, status: number | null = null, retryAfterMs: number | null = null): Answered {
  return { kind: 'failed', trouble, status, retryAfterMs };
}
