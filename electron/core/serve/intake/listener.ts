import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { rateLimit } from './rate-limit.ts';

/** What came in, read and limited. */
export type IntakeRequest = {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};
export type IntakeAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One way in. It sees nothing of the desk but what it was given. */
export type IntakeRoute = {
  readonly method: 'GET' | 'POST';
  /** The beginning of every path that is its own. */
  readonly prefix: string;
  /** Longest body in bytes; 0 for none. */
  readonly mostBytes: number;
  /** Null: there is nothing here. */
  answer(request: IntakeRequest): Promise<IntakeAnswer | null> | IntakeAnswer | null;
};

export type IntakeListener = {
  readonly port: number;
  close(): Promise<void>;
};

export type IntakeListenerDeps = {
  readonly host: string;
  readonly port: number;
  readonly routes: readonly IntakeRoute[];
  /** Elapsed ms, only ever forward. */
  readonly elapsedMs: () => number;
  readonly onTrouble: (error: unknown) => void;
};

const LONGEST_URL = 2_048;
const LIMITS = { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 10_000, keepAliveTimeout: 5_000 };
const MOST_CONNECTIONS = 64;
const MOST_PER_MINUTE = 60;
const CLOSE_LIMIT_MS = 2_000;
const NOTHING: IntakeAnswer = { status: 404, headers: {}, body: '' };
const TOO_OFTEN: IntakeAnswer = { status: 429, headers: { 'retry-after': '60' }, body: '' };

/**
 * The listener that others may reach: no console, no token, no page. What is not exactly one of its routes is 404 without a
 * word, a wrong key like a wrong path. Rejects when the port cannot be had.
 */
export async function openIntakeListener(deps: IntakeListenerDeps): Promise<IntakeListener> {
  const limit = rateLimit(MOST_PER_MINUTE);
  const server = createServer(LIMITS, (request, response) => {
    const from = request.socket.remoteAddress ?? '';
    const answering = limit.allows(from, deps.elapsedMs())
      ? answerOf(deps.routes, request)
      : Promise.resolve(TOO_OFTEN);
    answering.then(
      (answer) => finish(request, response, answer),
      (error: unknown) => {
        deps.onTrouble(error);
        finish(request, response, { ...NOTHING, status: 500 });
      },
    );
  });
  server.maxConnections = MOST_CONNECTIONS;
  // What is no HTTP at all gets no answer that would tell what is listening.
  server.on('clientError', (_, socket) => socket.destroy());
  server.listen(deps.port, deps.host);
  await once(server, 'listening');
  server.on('error', deps.onTrouble);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP listener without a port');
  return { port: bound.port, close: () => closeServer(server) };
}

async function answerOf(routes: readonly IntakeRoute[], request: IncomingMessage): Promise<IntakeAnswer> {
  const target = request.url ?? '';
  if (target.length > LONGEST_URL) return NOTHING;
  const mark = target.indexOf('?');
  const [path, query] = mark === -1 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
  // Some calendars ask for the head first; Node leaves the body away by itself.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = routes.find((each) => each.method === method && path.startsWith(each.prefix));
  if (!route) return NOTHING;
  const body = await bodyOf(request, route.mostBytes);
  if (body === null) return NOTHING;
  const asked = { path, query: new URLSearchParams(query), headers: request.headers, body };
  return (await route.answer(asked)) ?? NOTHING;
}

/** Null when it is longer than it may be; then the rest is not read. */
async function bodyOf(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function finish(request: IncomingMessage, response: ServerResponse, { status, headers, body }: IntakeAnswer): void {
  response.sendDate = false;
  const isUnread = !request.complete;
  const length = status === 304 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...length, ...headers, ...(isUnread ? { connection: 'close' } : {}) });
  response.end(body);
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  AbortSignal.timeout(CLOSE_LIMIT_MS).addEventListener('abort', () => server.closeAllConnections());
  await closed;
}
