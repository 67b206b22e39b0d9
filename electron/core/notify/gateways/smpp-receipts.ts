import type { MessageReason } from '#shared/messages';
import { bytesIn, numberIn, type Pdu, textIn } from './smpp-library.ts';

/** What an SMSC reports about one part of a message, by its own id for it. */
export type SmscReceipt = {
  readonly id: string;
  /** The phone it is about, as the SMSC writes it. */
  readonly phone: string;
  readonly state: 'sent' | 'delivered' | 'failed';
  readonly reason: MessageReason | null;
};

/** Bits of `esm_class` that say what kind of message came in, and two of the kinds. */
const KIND_BITS = 0x3c;
const RECEIPT = 0x04;
const INTERMEDIATE = 0x20;

/** `message_state` of SMPP 3.4, section 5.2.28, by the words receipts use for them. */
const STATE_WORDS = [
  '',
  'ENROUTE',
  'DELIVRD',
  'EXPIRED',
  'DELETED',
  'UNDELIV',
  'ACCEPTD',
  'UNKNOWN',
  'REJECTD',
] as const;

/** Letters and digits only: receipts of some networks repeat the text of the message, and a reason is logged. */
const WORD = /\bstat:\s*([A-Z]{3,10})/i;
const ERROR_CODE = /\berr:\s*([0-9A-F]{1,8})\b/i;

type Reported = Pick<SmscReceipt, 'state' | 'reason'>;

/** Null for a state that says nothing. */
function readState(word: string, code: string): Reported | null {
  const suffix = code === '' || /^0+$/.test(code) ? word : `${word} ${code}`;
  switch (word) {
    case 'DELIVRD':
      return { state: 'delivered', reason: null };
    case 'ENROUTE':
    case 'ACCEPTD':
      return { state: 'sent', reason: null };
    case 'EXPIRED':
      return { state: 'failed', reason: `expiredOnTheWay:${suffix}` };
    case 'REJECTD':
      return { state: 'failed', reason: `networkRefused:${suffix}` };
    case 'UNDELIV':
    case 'DELETED':
      return { state: 'failed', reason: `notDelivered:${suffix}` };
    default:
      return null;
  }
}

export type ReadReceipt =
  | { readonly kind: 'receipt'; readonly receipt: SmscReceipt }
  /** A receipt from which nothing follows: no id, or a state that says nothing. */
  | { readonly kind: 'nothing' };

/** What came in, read as a receipt; null where it is a text of somebody's. */
export function readReceipt(pdu: Pdu): ReadReceipt | null {
  const kind = numberIn(pdu, 'esm_class') & KIND_BITS;
  const words = bytesIn(pdu).toString('latin1');
  const named = textIn(pdu, 'receipted_message_id');
  // Some SMSCs forget the bit.
  const looksLikeOne = named !== '' || /^id:\S+ sub:\d/.test(words);
  if (kind !== RECEIPT && kind !== INTERMEDIATE && !looksLikeOne) return null;
  const id = named !== '' ? named : (/\bid:\s*([^\s\0]+)/i.exec(words)?.[1] ?? '');
  const word = STATE_WORDS[numberIn(pdu, 'message_state')] || (WORD.exec(words)?.[1] ?? '').toUpperCase();
  const reported = readState(word, ERROR_CODE.exec(words)?.[1] ?? '');
  if (id === '' || reported === null) return { kind: 'nothing' };
  return { kind: 'receipt', receipt: { id, phone: textIn(pdu, 'source_addr'), ...reported } };
}

/** An id without what SMSCs write differently in two places: case, leading zeros, a zero byte at the end. */
export function plainId(id: string): string {
  return id
    .replace(/\0+$/, '')
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}

/** The id as it would read if it was written in the other base: decimal here, hexadecimal there. */
export function otherBases(plain: string): readonly string[] {
  const others: string[] = [];
  if (/^\d{1,30}$/.test(plain)) others.push(BigInt(plain).toString(16));
  if (/^[0-9a-f]{1,30}$/.test(plain)) others.push(BigInt(`0x${plain}`).toString(10));
  return others;
}
