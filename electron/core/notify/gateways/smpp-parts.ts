import { toGsm7 } from '#shared/messages';
import { rawSmpp } from './smpp-library.ts';

/** GSM-7 or whatever else the SMSC means by its default alphabet, and UCS-2, by their data coding. */
const DEFAULT_CODING = 0;
const LATIN1_CODING = 3;
const UCS2_CODING = 8;
const USER_DATA_HEADER = 0x40;
const ESCAPE = 0x1b;
/** Octets of a message in one piece, and of each part of a longer one beside its header. GSM letters travel one an octet. */
const ROOM = { default: { alone: 160, part: 153 }, ucs2: { alone: 140, part: 134 } } as const;
const MOST_PARTS = 255;

export type SmsAlphabet = 'gsm' | 'latin1';

/** One `submit_sm`: what it carries, and how the bytes are to be read. */
export type SmppPart = { readonly dataCoding: number; readonly esmClass: number; readonly bytes: Buffer };

type Encoded = { readonly dataCoding: number; readonly bytes: Buffer; readonly room: { alone: number; part: number } };

const isLatin1 = (text: string): boolean => [...text].every((char) => char <= 'ÿ');

function encode(text: string, alphabet: SmsAlphabet): Encoded {
  // Counting segments of a text far too long takes seconds; what stays as it is lies in the alphabet.
  const isPlain = toGsm7(text) === text && (alphabet === 'gsm' || isLatin1(text));
  if (!isPlain) return { dataCoding: UCS2_CODING, bytes: Buffer.from(text, 'utf16le').swap16(), room: ROOM.ucs2 };
  const bytes = alphabet === 'gsm' ? rawSmpp().encodings.ASCII.encode(text) : Buffer.from(text, 'latin1');
  return { dataCoding: DEFAULT_CODING, bytes, room: ROOM.default };
}

/** Where a part that begins at `start` ends: never between the two units of one letter. */
function endOf({ bytes, dataCoding, room }: Encoded, start: number, alphabet: SmsAlphabet): number {
  const end = Math.min(bytes.length, start + room.part);
  if (end === bytes.length) return end;
  if (dataCoding === UCS2_CODING) {
    const isHighHalf = ((bytes[end - 2] ?? 0) & 0xfc) === 0xd8;
    return isHighHalf ? end - 2 : end;
  }
  return alphabet === 'gsm' && bytes[end - 1] === ESCAPE ? end - 1 : end;
}

/**
 * A text as it goes over the air, in as many parts as it takes; null for one that takes more than there can be.
 * @param series the same for all parts of one text and another for the next, 0 to 255
 */
export function partsOf(text: string, alphabet: SmsAlphabet, series: number): readonly SmppPart[] | null {
  const encoded = encode(text, alphabet);
  const { bytes, dataCoding, room } = encoded;
  if (bytes.length <= room.alone) return [{ dataCoding, esmClass: 0, bytes }];
  const pieces: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = endOf(encoded, start, alphabet);
    pieces.push(bytes.subarray(start, end));
    start = end;
  }
  if (pieces.length > MOST_PARTS) return null;
  return pieces.map((piece, index) => ({
    dataCoding,
    esmClass: USER_DATA_HEADER,
    bytes: Buffer.concat([Buffer.from([5, 0, 3, series & 0xff, pieces.length, index + 1]), piece]),
  }));
}

/** Where a part belongs: `series` names the text among those of its sender. */
export type Concatenation = { readonly series: number; readonly part: number; readonly parts: number };

/** The body of a message that came in, and its place in a longer one where the header says so. */
export function splitHeader(bytes: Buffer): { readonly body: Buffer; readonly place: Concatenation | null } {
  const length = bytes[0] ?? 0;
  const header = bytes.subarray(1, 1 + length);
  const body = bytes.subarray(1 + length);
  // A header longer than the message is none to go by.
  if (1 + length > bytes.length) return { body, place: null };
  for (let at = 0; at + 1 < header.length; ) {
    const kind = header[at];
    const size = header[at + 1] ?? 0;
    const content = header.subarray(at + 2, at + 2 + size);
    const [first = 0, second = 0, third = 0, fourth = 0] = content;
    if (kind === 0 && size === 3) return { body, place: placeOf(first, second, third) };
    if (kind === 8 && size === 4) return { body, place: placeOf(first * 256 + second, third, fourth) };
    at += 2 + size;
  }
  return { body, place: null };
}

/** Null for a place that cannot be: such a part is a text of its own. */
export function placeOf(series: number, parts: number, part: number): Concatenation | null {
  return parts > 1 && part >= 1 && part <= parts ? { series, parts, part } : null;
}

/** The letters of a message that came in. What is neither GSM, Latin-1 nor UCS-2 is read as the default alphabet. */
export function decode(bytes: Buffer, dataCoding: number, alphabet: SmsAlphabet): string {
  if (codingOf(dataCoding) === UCS2_CODING) {
    // A byte too many at the end is no letter.
    const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
    return whole.swap16().toString('utf16le');
  }
  // 1 is ASCII, in which @ and $ have other numbers than in the GSM alphabet.
  const isLatin = dataCoding === LATIN1_CODING || dataCoding === 1 || (dataCoding === 0 && alphabet === 'latin1');
  return isLatin ? bytes.toString('latin1') : rawSmpp().encodings.ASCII.decode(bytes);
}

/** Some SMSCs hand over the coding of the radio side, with its message class: 0x18 is UCS-2 as well. */
function codingOf(dataCoding: number): number {
  return dataCoding >= 0x10 && dataCoding < 0x20 && (dataCoding & 0x0c) === 0x08 ? UCS2_CODING : dataCoding;
}
