import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CountryCode } from 'libphonenumber-js';
import type { DeliveryReport, GatewaySink, InboundMessage } from '../driver.ts';
import type { GatewayLog } from './gateway-log.ts';
import type { CallbackAddress } from './kannel-config.ts';
import { senderNumber } from './sender-number.ts';

export type ListenerOptions = {
  readonly host: string;
  readonly port: number;
  readonly secret: string;
  readonly country: CountryCode;
  readonly log: GatewayLog;
};

export type KannelListener = {
  readonly address: CallbackAddress;
  /** How many callbacks have been begun so far, and how many of them are still being committed. */
  heard(): { readonly begun: number; readonly open: number };
  /** Hears nothing new from now on; what is being committed gets 2 s. */
  close(): Promise<void>;
};

/** A reply of ten parts in which every character is percent-coded fits. */
const URL_LIMIT = 32 * 1024;
/** Networks allow a name of 11 letters; whatever is longer is nobody's. */
const LONGEST_SENDER = 100;
const CLOSE_LIMIT_MS = 2_000;

/** One value of a query as raw bytes: a URL class would assume UTF-8, and Kannel may hand over UTF-16. */
function rawParameter(query: string, name: string): Buffer | null {
  const field = query.split('&').find((each) => each.startsWith(`${name}=`));
  if (field === undefined) return null;
  const value = field.slice(name.length + 1).replaceAll('+', ' ');
  const bytes = value.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

function parameter(query: string, name: string): string {
  return rawParameter(query, name)?.toString('utf8') ?? '';
}

/** Null for a charset this machine cannot read. */
function decode(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset === '' ? 'utf-8' : charset).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * A delivery report from Kannel's status number (a bit per state) and the network's own words, of which only codes are
 * kept: the receipt of some networks repeats the text of the message. Null for states that say nothing yet (4, buffered).
 */
export function readDelivery(key: string, status: number, answer: string): DeliveryReport | null {
  const code = /stat:([A-Z]{4,10})/.exec(answer)?.[1] ?? /^NACK\/([\w /-]{1,80})/.exec(answer)?.[1];
  const suffix = code === undefined ? '' : (`:${code}` as const);
  if ((status & 32) !== 0) return { key, state: 'failed', reason: `expiredOnTheWay${suffix}` };
  if ((status & 16) !== 0) return { key, state: 'failed', reason: `networkRefused${suffix}` };
  if ((status & 2) !== 0) return { key, state: 'failed', reason: `notDelivered${suffix}` };
  if ((status & 1) !== 0) return { key, state: 'delivered', reason: null };
  if ((status & 8) !== 0) return { key, state: 'sent', reason: null };
  return null;
}

/** Keys travel as base64url: Kannel reads a percent sign in the address we give it as a field of its own. */
export function reportUrl(address: CallbackAddress, key: string): string {
  return `${address.base}/report?key=${Buffer.from(key).toString('base64url')}&status=%d&answer=%A`;
}

/** The status to answer with. Anything but 2xx makes Kannel call again later. */
type Handled = 200 | 400 | 503;

async function takeReport(query: string, sink: GatewaySink, log: GatewayLog): Promise<Handled> {
  const key = Buffer.from(parameter(query, 'key'), 'base64url').toString('utf8');
  const status = parameter(query, 'status');
  if (key === '' || !/^\d{1,3}$/.test(status)) return 400;
  const report = readDelivery(key, Number(status), parameter(query, 'answer'));
  if (report === null) return 200;
  return commit('a delivery report', () => sink.delivery(report), log);
}

async function takeReply(query: string, sink: GatewaySink, options: ListenerOptions): Promise<Handled> {
  const id = parameter(query, 'id');
  const bytes = rawParameter(query, 'text');
  if (id === '' || id.length > 100 || bytes === null) return 400;
  const sender = parameter(query, 'from').trim();
  const charset = parameter(query, 'charset');
  const decoded = decode(bytes, charset);
  if (decoded === null)
    options.log('warn', 'kannel: unknown charset, read as UTF-8', { charset: charset.slice(0, 30) });
  const message: InboundMessage = {
    id,
    // Short codes and names are handed in as they are: what to make of them is the core's to say.
    from: senderNumber(sender, options.country) ?? sender.slice(0, LONGEST_SENDER),
    to: senderNumber(parameter(query, 'to'), options.country),
    text: decoded ?? bytes.toString('utf8'),
  };
  return commit('a reply', () => sink.inbound(message), options.log);
}

async function commit(what: string, run: () => Promise<void>, log: GatewayLog): Promise<Handled> {
  try {
    await run();
    return 200;
  } catch (error) {
    // The error's message may hold what was written: its name has to do.
    log('warn', `kannel: ${what} was not committed, Kannel will offer it again`, {
      error: error instanceof Error ? error.name : 'not an error',
    });
    return 503;
  }
}

/** Equal hashes instead of equal strings, so that neither length nor first difference shows in the time taken. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

async function answerFor(request: IncomingMessage, sink: GatewaySink, options: ListenerOptions): Promise<number> {
  const url = request.url ?? '';
  if (url.length > URL_LIMIT) return 414;
  const mark = url.indexOf('?');
  const [path, query] = mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
  const [, root, secret, door, ...more] = path.split('/');
  if (root !== 'kannel' || secret === undefined) return 404;
  if (!isSame(secret, options.secret)) {
    options.log('warn', 'kannel: a callback with a wrong secret was refused');
    return 403;
  }
  if (more.length > 0 || (door !== 'report' && door !== 'reply')) return 404;
  if (request.method !== 'GET') return 405;
  // Everything stands in the address. A body is nothing Kannel sends.
  if (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0)
    return 413;
  return door === 'report' ? takeReport(query, sink, options.log) : takeReply(query, sink, options);
}

/** No body ever: Kannel would send the body of an answer to a reply as a text to the phone. */
function finish(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'content-length': 0, connection: 'close' });
  response.end();
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const limit = AbortSignal.timeout(CLOSE_LIMIT_MS);
  limit.addEventListener('abort', () => server.closeAllConnections());
  await closed;
}

/** A host as it stands in a URL: IPv6 in brackets. */
const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** Listens for Kannel's callbacks. Rejects when the port cannot be had. */
export async function openKannelListener(options: ListenerOptions, sink: GatewaySink): Promise<KannelListener> {
  const limits = { maxHeaderSize: 2 * URL_LIMIT, headersTimeout: 10_000, requestTimeout: 10_000 };
  const heard = { begun: 0, open: 0 };
  const server = createServer(limits, (request, response) => {
    heard.begun += 1;
    heard.open += 1;
    answerFor(request, sink, options)
      .then(
        (status) => finish(response, status),
        (error: unknown) => {
          options.log('warn', 'kannel: a callback failed', {
            error: error instanceof Error ? error.name : 'not an error',
          });
          finish(response, 500);
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
  server.on('error', (error) => options.log('warn', 'kannel: listener trouble', { error: error.name }));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP listener without a port');
  const base = `http://${inUrl(options.host)}:${bound.port}/kannel/${options.secret}`;
  const address = { host: options.host, port: bound.port, base };
  return { address, heard: () => ({ ...heard }), close: () => closeServer(server) };
}
