import type { CountryCode } from 'libphonenumber-js';
import type { DeliveryReport, GatewaySink, InboundMessage } from '../driver.ts';
import {
  type Callback,
  type CallbackAnswer,
  commitCallback,
  isSameSecret,
  openCallbackListener,
} from './callback-listener.ts';
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

/** Networks allow a name of 11 letters; whatever is longer is nobody's. */
const LONGEST_SENDER = 100;

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

const answer = (status: number): CallbackAnswer => ({ status });

async function takeReport(query: string, sink: GatewaySink, log: GatewayLog): Promise<CallbackAnswer> {
  const key = Buffer.from(parameter(query, 'key'), 'base64url').toString('utf8');
  const status = parameter(query, 'status');
  if (key === '' || !/^\d{1,3}$/.test(status)) return answer(400);
  const report = readDelivery(key, Number(status), parameter(query, 'answer'));
  if (report === null) return answer(200);
  return commitCallback(() => sink.delivery(report), { what: 'a delivery report', name: 'kannel', log });
}

async function takeReply(query: string, sink: GatewaySink, { country, log }: ListenerOptions): Promise<CallbackAnswer> {
  const id = parameter(query, 'id');
  const bytes = rawParameter(query, 'text');
  if (id === '' || id.length > 100 || bytes === null) return answer(400);
  const sender = parameter(query, 'from').trim();
  const charset = parameter(query, 'charset');
  const decoded = decode(bytes, charset);
  if (decoded === null) log('warn', 'kannel: unknown charset, read as UTF-8', { charset: charset.slice(0, 30) });
  const message: InboundMessage = {
    id,
    // Short codes and names are handed in as they are: what to make of them is the core's to say.
    from: senderNumber(sender, country) ?? sender.slice(0, LONGEST_SENDER),
    to: senderNumber(parameter(query, 'to'), country),
    text: decoded ?? bytes.toString('utf8'),
  };
  return commitCallback(() => sink.inbound(message), { what: 'a reply', name: 'kannel', log });
}

async function take(
  { method, path, query }: Callback,
  sink: GatewaySink,
  options: ListenerOptions,
): Promise<CallbackAnswer> {
  const [, root, secret, door, ...more] = path.split('/');
  if (root !== 'kannel' || secret === undefined) return answer(404);
  if (!isSameSecret(secret, options.secret)) {
    options.log('warn', 'kannel: a callback with a wrong secret was refused');
    return answer(403);
  }
  if (more.length > 0 || (door !== 'report' && door !== 'reply')) return answer(404);
  if (method !== 'GET') return answer(405);
  return door === 'report' ? takeReport(query, sink, options.log) : takeReply(query, sink, options);
}

/** A host as it stands in a URL: IPv6 in brackets. */
const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** Listens for Kannel's callbacks. Rejects when the port cannot be had. */
export async function openKannelListener(options: ListenerOptions, sink: GatewaySink): Promise<KannelListener> {
  const { host, log } = options;
  const listener = await openCallbackListener({
    name: 'kannel',
    host,
    port: options.port,
    // Everything stands in the address. A body is nothing Kannel sends.
    mostBodyBytes: 0,
    take: (callback) => take(callback, sink, options),
    log,
  });
  const base = `http://${inUrl(host)}:${listener.port}/kannel/${options.secret}`;
  return { address: { host, port: listener.port, base }, heard: listener.heard, close: listener.close };
}
