import { once } from 'node:events';
import type { Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import {
  bytesIn,
  numberIn,
  type Pdu,
  pduOf,
  rawSmpp,
  type Session,
  textIn,
} from '../../electron/core/notify/gateways/smpp-library.ts';
import { freePort } from '../integration/free-ports.ts';
import { eventually, until } from '../patience.ts';
import { dateOf, inboundParts, receiptText, type SubmittedPart, wholeTexts } from './smsc-messages.ts';

/**
 * The SMSC of a mobile network: SMPP 3.4 on loopback, phones behind it, and outcomes chosen by the number. It keeps what it
 * could not hand over and offers it again, one after the other, as SMSCs do.
 */

export const SMSC_USER = 'desk';
export const SMSC_PASSWORD = 'sm&sc pw';
export const SMSC_DESK = '+12025550100';

/** What a number means here: the three digits after the area code. Any other number is a phone that works. */
export const OUTCOMES = {
  undelivered: '701',
  expired: '702',
  rejected: '703',
  noSuchNumber: '711',
  throttledOnce: '712',
  full: '713',
  systemError: '714',
  vendorError: '715',
  secondPartThrottled: '716',
  noReceipt: '721',
  receiptFirst: '722',
  /** The answer comes only once the receipt was acknowledged. */
  receiptFirstStrictly: '723',
  twoReceipts: '724',
  /** Ids are hexadecimal in answers and decimal in receipts. */
  decimalReceipt: '725',
  nulReceipt: '726',
  /** Of a long text only the first part is reported. */
  firstPartOnly: '727',
  enRouteFirst: '728',
  neverAnswers: '731',
  cutsLink: '732',
  answersWhenTold: '733',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** The number in place of `phone` that has this outcome. */
export const phoneWith = (outcome: Outcome, phone: string): string =>
  phone.replace(/^\+1202\d{3}/, `+1202${OUTCOMES[outcome]}`);

const outcomeOf = (to: string): Outcome | null => {
  const code = /^1202(\d{3})/.exec(to)?.[1];
  const found = Object.entries(OUTCOMES).find(([, each]) => each === code);
  return (found?.[0] as Outcome | undefined) ?? null; // a key of that table
};

const SUBMIT_ERRORS: Partial<Record<Outcome, number>> = {
  noSuchNumber: 0x0b,
  full: 0x14,
  systemError: 0x08,
  vendorError: 0x0412,
};

export type Smsc = {
  readonly port: number;
  /** What to give a driver of the kind `smpp`. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Every part that was taken, in order. */
  readonly parts: readonly SubmittedPart[];
  arrived(phone: string, nth?: number): Promise<string>;
  /** Somebody types. Parts of a long text come in the order given, and others when the answer is called with them. */
  reply(phone: string, text: string, order?: readonly number[]): (others: readonly number[]) => void;
  /** A receipt for an id; resolves once it was taken. */
  report(phone: string, id: string, stat: string): Promise<void>;
  /** A request to the driver that is no message of anybody's. */
  request(pdu: Pdu): Promise<Pdu>;
  /** Bytes as they are, to everybody who is signed in. */
  write(bytes: Buffer): void;
  /** Answers what it held back. */
  answerNow(): void;
  /** From now on whoever signs in gets this status; 0 lets them in again. */
  answerBindsWith(status: number): void;
  /** Whether it answers when asked if it is there. */
  setDeaf(isDeaf: boolean): void;
  readonly binds: readonly string[];
  /** Who is signed in to receive. */
  receivers(): number;
  /** How often something was offered to a driver that did not take it. */
  turnedDown(): number;
  dropLinks(): void;
  cut(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
};

type Offer = { readonly pdu: () => Pdu; readonly done: () => void };

const OFFER_AGAIN_MS = 30;
const OFFER_LIMIT_MS = 5_000;

/** Hands over one after the other, to whoever is signed in to receive, until it was taken. */
function deliveries(receiver: () => Session | null, isClosed: () => boolean) {
  const queue: Offer[] = [];
  let isRunning = false;
  let turnedDown = 0;
  const offer = (session: Session, pdu: Pdu): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (isTaken: boolean): void => {
        session.off('close', broke);
        resolve(isTaken);
      };
      const broke = (): void => settle(false);
      session.on('close', broke);
      AbortSignal.timeout(OFFER_LIMIT_MS).addEventListener('abort', broke);
      session.send(pdu, (answer) => settle(answer.command_status !== 0x64));
    });
  const run = async (): Promise<void> => {
    for (let next = queue[0]; next !== undefined && !isClosed(); next = queue[0]) {
      const session = receiver();
      if (session !== null && (await offer(session, next.pdu()))) {
        queue.shift();
        next.done();
        continue;
      }
      if (session !== null) turnedDown += 1;
      await pause(OFFER_AGAIN_MS);
    }
  };
  return {
    turnedDown: () => turnedDown,
    put(pdu: () => Pdu): Promise<void> {
      return new Promise((resolve) => {
        queue.push({ pdu, done: resolve });
        if (isRunning) return;
        isRunning = true;
        void run().finally(() => {
          isRunning = false;
        });
      });
    },
  };
}

export type SmscOptions = { readonly tls?: { readonly key: string; readonly cert: string } };

export async function openSmsc({ tls }: SmscOptions = {}): Promise<Smsc> {
  const smpp = rawSmpp();
  const port = await freePort();
  const sessions = new Set<Session>();
  const receivers = new Set<Session>();
  const parts: SubmittedPart[] = [];
  const binds: string[] = [];
  const seen = new Map<string, number>();
  const heldBack: (() => void)[] = [];
  let bindStatus = 0;
  let isDeaf = false;
  let isClosed = false;
  let server: Server;

  const out = deliveries(
    () => [...receivers].at(-1) ?? null,
    () => isClosed,
  );

  const deliver = (fields: Readonly<Record<string, unknown>>): Promise<void> =>
    out.put(() => pduOf('deliver_sm', fields));

  const reportOn = (part: SubmittedPart, stat: string, how: Outcome | null): Promise<void> => {
    const isDecimal = how === 'decimalReceipt';
    const id = isDecimal ? BigInt(`0x${part.id}`).toString(10) : part.id;
    const text = receiptText(how === 'nulReceipt' ? `${id}\0` : id, stat, dateOf(Date.now()));
    return deliver({
      source_addr_ton: 1,
      source_addr_npi: 1,
      source_addr: part.to,
      destination_addr: part.from,
      esm_class: stat === 'ENROUTE' ? 0x20 : 0x04,
      short_message: Buffer.from(text, 'latin1'),
      // Some tell it in fields as well, some only in words.
      ...(isDecimal || how === 'nulReceipt' ? {} : { receipted_message_id: id }),
    });
  };

  const reportTaken = async (part: SubmittedPart, outcome: Outcome | null): Promise<void> => {
    if (part.registered === 0 || outcome === 'noReceipt') return;
    if (outcome === 'firstPartOnly' && part.part > 1) return;
    const stats = { undelivered: 'UNDELIV', expired: 'EXPIRED', rejected: 'REJECTD' } as const;
    const stat = outcome !== null && outcome in stats ? stats[outcome as keyof typeof stats] : 'DELIVRD'; // just asked
    if (outcome === 'enRouteFirst') await reportOn(part, 'ENROUTE', outcome);
    await reportOn(part, stat, outcome);
    if (outcome === 'twoReceipts') await reportOn(part, stat, outcome);
  };

  async function submitted(session: Session, pdu: Pdu): Promise<void> {
    const to = textIn(pdu, 'destination_addr');
    const outcome = outcomeOf(to);
    const count = (seen.get(to) ?? 0) + 1;
    seen.set(to, count);
    const error = outcome === null ? undefined : SUBMIT_ERRORS[outcome];
    const isThrottled =
      (outcome === 'throttledOnce' && count === 1) || (outcome === 'secondPartThrottled' && count === 2);
    if (error !== undefined || isThrottled) {
      session.send(pdu.response({ command_status: error ?? 0x58 }));
      return;
    }
    const part = readPart(pdu, (0x5a00_0000 + parts.length).toString(16));
    parts.push(part);
    const answer = (): void => void session.send(pdu.response({ message_id: part.id }));
    switch (outcome) {
      case 'neverAnswers':
        return;
      case 'cutsLink':
        session.destroy();
        return;
      case 'answersWhenTold':
        heldBack.push(answer);
        return;
      case 'receiptFirst':
        void reportTaken(part, outcome);
        await pause(20);
        answer();
        return;
      case 'receiptFirstStrictly':
        await reportTaken(part, outcome);
        answer();
        return;
      default:
        answer();
        await reportTaken(part, outcome);
    }
  }

  function signIn(session: Session, pdu: Pdu): void {
    binds.push(pdu.command);
    const isKnown = textIn(pdu, 'system_id') === SMSC_USER && pdu.password === SMSC_PASSWORD;
    const status = bindStatus !== 0 ? bindStatus : isKnown ? 0 : 0x0d;
    if (status !== 0) {
      session.send(pdu.response({ command_status: status }));
      session.close();
      return;
    }
    session.send(pdu.response({ system_id: 'SMSC' }));
    if (pdu.command !== 'bind_transmitter') receivers.add(session);
  }

  function meet(session: Session): void {
    sessions.add(session);
    session.on('error', () => session.destroy());
    session.on('close', () => {
      sessions.delete(session);
      receivers.delete(session);
    });
    session.on('pdu', (pdu: Pdu) => {
      if (pdu.isResponse()) return;
      if (pdu.command.startsWith('bind_')) signIn(session, pdu);
      else if (pdu.command === 'enquire_link') void (isDeaf || session.send(pdu.response()));
      else if (pdu.command === 'submit_sm') void submitted(session, pdu);
      else if (pdu.command === 'unbind') {
        receivers.delete(session);
        session.send(pdu.response());
        session.close();
      }
    });
  }

  const listen = async (): Promise<void> => {
    server = smpp.createServer(tls ?? {}, meet);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const session of sessions) session.destroy();
    await closed;
  };
  await listen();

  return {
    port,
    config: {
      host: '127.0.0.1',
      port,
      systemId: SMSC_USER,
      password: SMSC_PASSWORD,
      from: SMSC_DESK,
      ...(tls === undefined ? {} : { tls: 'yes' }),
    },
    parts,
    binds,
    arrived: (phone, nth = 0) =>
      eventually(() => wholeTexts(parts.filter(({ to }) => `+${to}` === phone))[nth] ?? null, `a text at ${phone}`),
    reply(phone, text, order) {
      const pieces = inboundParts(phone.replace('+', ''), SMSC_DESK.replace('+', ''), text);
      const hand = (indices: Iterable<number>): void => {
        for (const index of indices) {
          const fields = pieces[index];
          if (fields !== undefined) void deliver(fields);
        }
      };
      hand(order ?? pieces.keys());
      return hand;
    },
    report: (phone, id, stat) =>
      deliver({
        source_addr: phone.replace('+', ''),
        destination_addr: SMSC_DESK.replace('+', ''),
        esm_class: 0x04,
        short_message: Buffer.from(receiptText(id, stat, dateOf(Date.now())), 'latin1'),
      }),
    request: (pdu) =>
      new Promise((resolve, reject) => {
        const [session] = [...receivers].slice(-1);
        if (session === undefined) reject(new Error('nobody is signed in'));
        session?.send(pdu, resolve);
      }),
    write(bytes) {
      for (const session of receivers) session.socket.write(bytes);
    },
    answerNow() {
      for (const answer of heldBack.splice(0)) answer();
    },
    answerBindsWith(status) {
      bindStatus = status;
    },
    setDeaf(next) {
      isDeaf = next;
    },
    receivers: () => receivers.size,
    turnedDown: () => out.turnedDown(),
    dropLinks() {
      for (const session of sessions) session.destroy();
    },
    cut,
    restore: listen,
    async close() {
      isClosed = true;
      await cut();
      await until(() => sessions.size === 0, 'the links to end');
    },
  };
}

function readPart(pdu: Pdu, id: string): SubmittedPart {
  const bytes = bytesIn(pdu);
  const isPart = (numberIn(pdu, 'esm_class') & 0x40) !== 0;
  const [, , , series = 0, of = 1, part = 1] = isPart ? bytes : [];
  return {
    id,
    at: performance.now(),
    from: textIn(pdu, 'source_addr'),
    to: textIn(pdu, 'destination_addr'),
    ton: [numberIn(pdu, 'source_addr_ton'), numberIn(pdu, 'dest_addr_ton')],
    npi: [numberIn(pdu, 'source_addr_npi'), numberIn(pdu, 'dest_addr_npi')],
    dataCoding: numberIn(pdu, 'data_coding'),
    registered: numberIn(pdu, 'registered_delivery'),
    validity: textIn(pdu, 'validity_period'),
    bytes: isPart ? bytes.subarray(1 + (bytes[0] ?? 0)) : bytes,
    series: isPart ? series : null,
    part,
    of,
  };
}
