/// <reference path="./smpp-library.d.ts" />
import smpp, { type Pdu, type Session } from 'smpp';

export type { Pdu, Session } from 'smpp';

const MESSAGE_PAYLOAD = { id: 0x0424, type: smpp.types.tlv.buffer };
/**
 * The longest text and whatever stands beside it. One that was too long would break the link, be offered again, and break the
 * next.
 */
const LONGEST_PDU = 64 * 1024 + 4 * 1024;
let isRaw = false;

/**
 * The package, with the texts of messages left as bytes, and times as they are written. By itself it decodes each part of a long text alone, takes ASCII
 * for the GSM alphabet, and cannot be told which alphabet an SMSC means by "default".
 */
export function rawSmpp(): typeof smpp {
  if (isRaw) return smpp;
  for (const command of ['submit_sm', 'deliver_sm'] as const) {
    const known = smpp.commands[command];
    const own = { short_message: { type: smpp.types.buffer }, validity_period: { type: smpp.types.cstring } };
    const params = { ...known?.params, ...own };
    smpp.addCommand(command, { ...known, params });
  }
  smpp.PDU.maxLength = LONGEST_PDU;
  smpp.addTLV('message_payload', MESSAGE_PAYLOAD);
  isRaw = true;
  return smpp;
}

export function pduOf(command: string, fields: Readonly<Record<string, unknown>> = {}): Pdu {
  return new (rawSmpp().PDU)(command, fields);
}

/** A field that is a number, or the number that stands for its absence. */
export function numberIn(pdu: Pdu, field: string, absent = 0): number {
  const value = pdu[field];
  return typeof value === 'number' ? value : absent;
}

/** A field that is a text, without the zero bytes some SMSCs leave at its end. */
export function textIn(pdu: Pdu, field: string): string {
  const value = pdu[field];
  return typeof value === 'string' ? value.replace(/\0+$/, '').trim() : '';
}

/** The bytes of a message, user data header included: long ones stand in a field of their own. */
export function bytesIn(pdu: Pdu): Buffer {
  const { short_message: short, message_payload: long } = pdu;
  if (Buffer.isBuffer(long) && long.length > 0) return long;
  return Buffer.isBuffer(short) ? short : Buffer.alloc(0);
}

/** Sends, and says whether the socket took it. */
export function sendPdu(session: Session, pdu: Pdu, onResponse?: (response: Pdu) => void): boolean {
  return session.send(pdu, onResponse);
}
