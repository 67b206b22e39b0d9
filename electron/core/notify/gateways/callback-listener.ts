import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { GatewayLog } from './gateway-log.ts';

/** What a gateway called us with. */
export type Callback = {
  readonly method: string;
  /** As it was called, percent signs and all. */
  readonly path: string;
  /** Without its question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** Byte for byte: signatures are over the bytes. */
  readonly body: Buffer;
};

/**
 * The answer. Anything but 2xx makes a gateway call again later, so 2xx only after what it said is committed, and for what
 * concerns nobody here.
 */
export type CallbackAnswer = { readonly status: number; readonly xml?: string };

export type CallbackListenerOptions = {
  /** The gateway's name, for the log. */
  readonly name: string;
  /** The one address that is listened on. */
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly mostBodyBytes: number;
  readonly take: (callback: Callback) => Promise<CallbackAnswer>;
  readonly log: GatewayLog;
};

export type CallbackListener = {
  /** The actual one. */
  readonly port: number;
  /** How many callbacks have been begun so far, and how many of them are still being committed. */
  heard(): { readonly begun: number; readonly open: number };
  /** Hears nothing new from now on; what is being committed gets 2 s. */
  close(): Promise<void>;
};

/** No gateway's form of one message comes near it. */
export const CALLBACK_BODY_BYTES = 64 * 1024;
/** A reply of ten parts in which every character is percent-coded fits. */
const URL_LIMIT = 32 * 1024;
const CLOSE_LIMIT_MS = 2_000;

/** Equal hashes instead of equal strings, so that neither length nor first difference shows in the time taken. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'not an error');

/** Commits what a callback said, and answers so that the gateway offers it again where that failed. */
export async function commitCallback(
  run: () => Promise<void>,
  { what, name, log }: { readonly what: string; readonly name: string; readonly log: GatewayLog },
): Promise<CallbackAnswer> {
  try {
    await run();
    return { status: 200 };
  } catch (error) {
    // The error's message may hold what was written: its name has to do.
    log('warn', `${name}: ${what} was not committed, to be offered again`, { error: nameOf(error) });
    return { status: 503 };
  }
}

/** Null when there is more than `most`. */
async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > most) return null;
  if (most === 0) return request.headers['transfer-encoding'] === undefined ? Buffer.alloc(0) : null;
  const chunks: Buffer[] = [];
  let byteCount = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    byteCount += bytes.length;
    if (byteCount > most) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function answerFor(request: IncomingMessage, options: CallbackListenerOptions): Promise<CallbackAnswer> {
  const url = request.url ?? '';
  if (url.length > URL_LIMIT) return { status: 414 };
  const body = await bodyOf(request, options.mostBodyBytes);
  if (body === null) return { status: 413 };
  const mark = url.indexOf('?');
  const [path, query] = mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
  return options.take({ method: request.method ?? '', path, query, headers: request.headers, body });
}

/** No words of ours in an answer: gateways send the body of an answer to a reply as a text to the phone. */
function finish(response: ServerResponse, { status, xml = '' }: CallbackAnswer): void {
  const type = xml === '' ? 'text/plain' : 'text/xml';
  response.writeHead(status, { 'content-type': type, 'content-length': xml.length, connection: 'close' });
  response.end(xml);
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const limit = AbortSignal.timeout(CLOSE_LIMIT_MS);
  limit.addEventListener('abort', () => server.closeAllConnections());
  await closed;
}

/** Listens for a gateway's callbacks. Rejects when the port cannot be had. */
export async function openCallbackListener(options: CallbackListenerOptions): Promise<CallbackListener> {
  const { name, log } = options;
  const limits = { maxHeaderSize: 2 * URL_LIMIT, headersTimeout: 10_000, requestTimeout: 10_000 };
  const heard = { begun: 0, open: 0 };
  const server = createServer(limits, (request, response) => {
    heard.begun += 1;
    heard.open += 1;
    answerFor(request, options)
      .then(
        (answer) => finish(response, answer),
        (error: unknown) => {
          log('warn', `${name}: a callback failed`, { error: nameOf(error) });
          finish(response, { status: 500 });
        },
      )
      .finally(() => {
        heard.open -= 1;
      });
  });
  server.maxConnections = 64;
  server.listen(options.port, options.host);
  await once(server, 'listening');
  // Too many open files shows here; unheard, it would end the core.
  server.on('error', (error) => log('warn', `${name}: listener trouble`, { error: error.name }));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP listener without a port');
  return { port: bound.port, heard: () => ({ ...heard }), close: () => closeServer(server) };
}
