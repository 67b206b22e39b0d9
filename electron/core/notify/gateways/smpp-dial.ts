import type { MessageReason } from '#shared/messages';
import type { SendResult } from '../driver.ts';
import type { SmppConfig } from './smpp-config.ts';
import { type Pdu, pduOf, rawSmpp, type Session, sendPdu } from './smpp-library.ts';
import { isPassing, statusName } from './smpp-status.ts';

/** Why there is no link. */
export type LinkTrouble =
  /** Nobody answers there, or whoever does breaks off. */
  | { readonly kind: 'away'; readonly reason: MessageReason }
  /** We are not let in. Asking again soon might lock the account. */
  | { readonly kind: 'refused'; readonly reason: MessageReason };

export type Dialled =
  | { readonly kind: 'up'; readonly session: Session }
  | { readonly kind: 'down'; readonly trouble: LinkTrouble };

/** What a link hands on from its first byte; a message may follow the answer to the sign-in at once. */
export type Heard = {
  request(session: Session, pdu: Pdu): void;
  /** The link broke after it was up. */
  gone(session: Session, code: string): void;
};

const INTERFACE_VERSION = 0x34;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** How Node names certificates that do not prove who is there. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/;

export function troubleOf(code: string): LinkTrouble {
  return { kind: 'away', reason: CERTIFICATE.test(code) ? `notTrusted:${code}` : `unreachable:${code}` };
}

/** A link that cannot be had, as an answer to a message: it was certainly not sent. */
export function resultOf({ kind, reason }: LinkTrouble): SendResult {
  return kind === 'refused'
    ? { kind: 'rejected', reason, scope: 'account' }
    : { kind: 'notSent', reason, retryAfterMs: null };
}

function bindTrouble(status: number): LinkTrouble {
  const name = statusName(status);
  if (isPassing(status)) return { kind: 'away', reason: `linkDown:${name}` };
  return { kind: 'refused', reason: status === 0x0003 ? `setUpDiffers:${name}` : `accountRefused:${name}` };
}

/** To send and to receive over one link, or to send only: then texts that come in go to whoever receives them. */
export type LinkUse = 'transceiver' | 'transmitter';

/** Connects and signs in. Never rejects; given up when `signal` says so. */
export function dial(config: SmppConfig, use: LinkUse, heard: Heard, signal: AbortSignal): Promise<Dialled> {
  return new Promise((resolve) => {
    const isSecure = config.tls === 'yes';
    const session = rawSmpp().connect({
      host: config.host,
      port: config.port,
      ...(isSecure ? { tls: true } : {}),
      ...(isSecure && config.tlsAuthority !== undefined ? { ca: config.tlsAuthority } : {}),
    });
    let isUp = false;
    let code = 'ECONNRESET';
    const fail = (trouble: LinkTrouble): void => {
      resolve({ kind: 'down', trouble });
      session.destroy();
    };
    const giveUp = (): void => fail({ kind: 'away', reason: 'unreachable:ETIMEDOUT' });
    signal.addEventListener('abort', giveUp, { once: true });
    session.socket.setNoDelay(true);
    session.on('error', (error: unknown) => {
      // After what cannot be read, nobody knows where the next message begins.
      code = codeOf(error);
      session.destroy();
    });
    session.on('close', () => {
      signal.removeEventListener('abort', giveUp);
      if (isUp) heard.gone(session, code);
      else resolve({ kind: 'down', trouble: troubleOf(code) });
    });
    session.on('pdu', (pdu: Pdu) => {
      if (!pdu.isResponse()) heard.request(session, pdu);
    });
    session.on(isSecure ? 'secureConnect' : 'connect', () => {
      const bind = pduOf(`bind_${use}`, {
        system_id: config.systemId,
        password: config.password,
        system_type: config.systemType,
        interface_version: INTERFACE_VERSION,
      });
      sendPdu(session, bind, (answer) => {
        if (answer.command_status !== 0) return fail(bindTrouble(answer.command_status));
        isUp = true;
        signal.removeEventListener('abort', giveUp);
        resolve({ kind: 'up', session });
      });
    });
    if (signal.aborted) giveUp();
  });
}
