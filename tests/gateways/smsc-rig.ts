import { once } from 'node:events';
import type { Server } from 'node:net';
import { type Pdu, rawSmpp, type Session, textIn } from '../../electron/core/notify/gateways/smpp-library.ts';
import { freePort } from '../integration/free-ports.ts';
import { eventually, until } from '../patience.ts';
import { deliveries } from './smsc-deliveries.ts';
import { dateOf, inboundParts, receiptText, type SubmittedPart, wholeTexts } from './smsc-messages.ts';
import { submits } from './smsc-submits.ts';

/**
 * The SMSC of a mobile network: SMPP 3.4 on loopback, phones behind it, and outcomes chosen by the number
 * (`smsc-outcomes.ts`). It keeps what it could not hand over and offers it again, one after the other, as SMSCs do.
 */

export const SMSC_USER = 'desk';
export const SMSC_PASSWORD = 'sm&sc pw';
export const SMSC_DESK = '+12025550100';

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

export type SmscOptions = { readonly tls?: { readonly key: string; readonly cert: string } };

export async function openSmsc({ tls }: SmscOptions = {}): Promise<Smsc> {
  const smpp = rawSmpp();
  const port = await freePort();
  const sessions = new Set<Session>();
  const receivers = new Set<Session>();
  const parts: SubmittedPart[] = [];
  const binds: string[] = [];
  let bindStatus = 0;
  let isDeaf = false;
  let isClosed = false;
  let server: Server;

  const out = deliveries(
    () => [...receivers].at(-1) ?? null,
    () => isClosed,
  );

  const messages = submits(parts, out.put);

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
      else if (pdu.command === 'submit_sm') void messages.take(session, pdu);
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
          if (fields !== undefined) void out.put(fields);
        }
      };
      hand(order ?? pieces.keys());
      return hand;
    },
    report: (phone, id, stat) =>
      out.put({
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
    answerNow: messages.answerNow,
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
