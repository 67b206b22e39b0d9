import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';

/** How one GET went, told apart by the one thing that matters for a message: can it have been taken? */
export type Exchange =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string; readonly retryAfterMs: number | null }
  /** No connection came about, so nothing was written. `code` as the system names it, e.g. `ECONNREFUSED`. */
  | { readonly kind: 'neverWritten'; readonly code: string }
  /** Connected, but no whole answer. */
  | { readonly kind: 'lost'; readonly code: string };

const ANSWER_LIMIT_BYTES = 256 * 1024;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Seconds only: the form with a date would need a clock, and Kannel sends neither. */
function retryAfterMs(response: IncomingMessage): number | null {
  const seconds = response.headers['retry-after'];
  return seconds !== undefined && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : null;
}

/**
 * One GET on a connection of its own, given up when `signal` says so. Never rejects. A kept-alive connection would be
 * faster by a millisecond, but when it breaks nobody can say whether the request was read.
 */
export function exchange(url: URL, signal: AbortSignal): Promise<Exchange> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === 'https:';
    let isConnected = false;
    const fail = (code: string) => resolve({ kind: isConnected ? 'lost' : 'neverWritten', code });
    const request = (isSecure ? getHttps : getHttp)(url, { agent: false, signal });
    request.on('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      });
    });
    request.on('error', (error) => fail(codeOf(error)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let byteCount = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        byteCount += chunk.length;
        if (byteCount <= ANSWER_LIMIT_BYTES) return;
        fail('answer too long');
        request.destroy();
      });
      // An answer cut off ends in an error, never in `end`.
      response.on('error', (error) => fail(codeOf(error)));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        resolve({ kind: 'answer', status: response.statusCode ?? 0, body, retryAfterMs: retryAfterMs(response) });
      });
    });
  });
}
