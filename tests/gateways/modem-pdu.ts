/**
 * Texts as they go over the air (3GPP TS 23.040 and 23.038), from the network's side: what a modem is handed to send is
 * read, and what arrives at it (texts and status reports) is written.
 */

const BASIC = [
  '@£$¥èéùìòÇ\nØø\rÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
].join('');
const ESCAPE = 0x1b;
const EXTENDED: ReadonlyMap<number, string> = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]);

/** Which part of a text in several a message is; they belong together by number and `series`. */
type Part = { readonly series: number; readonly nth: number; readonly of: number };

export type Submitted = {
  readonly to: string;
  /** Of this part alone, in units of UTF-16: a pair may be cut by the seam. */
  readonly text: string;
  readonly part: Part | null;
  readonly encoding: 'gsm7' | 'ucs2';
  readonly isReportAsked: boolean;
  /** As it was asked for; null where none was. */
  readonly validityMinutes: number | null;
};

/** The septets of a text; null where a character is not in the alphabet. */
function septetsOf(text: string): number[] | null {
  const septets: number[] = [];
  for (const letter of text) {
    const basic = BASIC.indexOf(letter);
    const extended = [...EXTENDED].find(([, each]) => each === letter);
    if (basic !== -1 && basic !== ESCAPE) septets.push(basic);
    else if (extended) septets.push(ESCAPE, extended[0]);
    else return null;
  }
  return septets;
}

function textOf(septets: readonly number[]): string {
  let text = '';
  for (let at = 0; at < septets.length; at += 1) {
    const septet = septets[at] ?? 0;
    if (septet !== ESCAPE) text += BASIC[septet] ?? '';
    else {
      at += 1;
      text += EXTENDED.get(septets[at] ?? 0) ?? ' ';
    }
  }
  return text;
}

/** Septets into octets, lowest bit first, after `skipBits` bits that something else fills. */
function pack(septets: readonly number[], skipBits: number): Buffer {
  const bits = [...new Array<number>(skipBits).fill(0), ...septets.flatMap((each) => bitsOf(each, 7))];
  const octets = Buffer.alloc(Math.ceil(bits.length / 8));
  for (const [at, bit] of bits.entries()) octets[at >> 3] = (octets[at >> 3] ?? 0) | (bit << (at & 7));
  return octets;
}

function unpack(octets: Buffer, count: number, skipBits: number): number[] {
  const bits = [...octets].flatMap((each) => bitsOf(each, 8)).slice(skipBits);
  return Array.from({ length: count }, (_, nth) =>
    bits.slice(nth * 7, nth * 7 + 7).reduce((sum, bit, place) => sum | (bit << place), 0),
  );
}

const bitsOf = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, place) => (value >> place) & 1);

const octet = (value: number): string => value.toString(16).padStart(2, '0').toUpperCase();

/** Digits in pairs, each pair turned round. */
function swapped(digits: string): string {
  const even = digits.length % 2 === 0 ? digits : `${digits}F`;
  return even.replaceAll(/(.)(.)/g, '$2$1');
}

function addressHex(number: string): string {
  const digits = number.replace('+', '');
  return octet(digits.length) + (number.startsWith('+') ? '91' : '81') + swapped(digits);
}

const stamp = (at: Date): string => `${swapped(at.toISOString().replaceAll(/\D/g, '').slice(2, 14))}00`;

/** The bytes of UTF-16, highest first, as they are sent. */
const ucs2 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** TP-VP in its relative form, in minutes. */
function validity(value: number): number {
  if (value < 144) return (value + 1) * 5;
  if (value < 168) return 12 * 60 + (value - 143) * 30;
  if (value < 197) return (value - 166) * 24 * 60;
  return (value - 192) * 7 * 24 * 60;
}

function partOf(header: Buffer): Part | null {
  for (let at = 1; at < header.length; at += 2 + (header[at + 1] ?? 0)) {
    const [kind, , a = 0, b = 0, c = 0, d = 0] = header.subarray(at);
    if (kind === 0x00) return { series: a, of: b, nth: c };
    if (kind === 0x08) return { series: a * 256 + b, of: c, nth: d };
  }
  return null;
}

/** An SMS-SUBMIT, with the SMS centre in front, as it follows `AT+CMGS`. */
export function readSubmit(hex: string): Submitted {
  const octets = Buffer.from(hex, 'hex');
  let at = 1 + (octets[0] ?? 0);
  const take = (count = 1): Buffer => {
    at += count;
    return octets.subarray(at - count, at);
  };
  const [first = 0] = take();
  take(); // the reference, which the modem gives itself
  const [digitCount = 0, kind = 0] = take(2);
  const digits = swapped(take(Math.ceil(digitCount / 2)).toString('hex')).slice(0, digitCount);
  const [, coding = 0] = take(2);
  const form = (first >> 3) & 3;
  const [period = 0] = take([0, 7, 1, 7][form]);
  const [length = 0] = take();
  const data = octets.subarray(at);
  const header = (first & 0x40) === 0 ? Buffer.alloc(0) : data.subarray(0, 1 + (data[0] ?? 0));
  const isUcs2 = (coding & 0x0c) === 0x08;
  const headerSeptets = Math.ceil((header.length * 8) / 7);
  return {
    to: (kind & 0x70) === 0x10 ? `+${digits}` : digits,
    text: isUcs2
      ? Buffer.from(data.subarray(header.length, length)).swap16().toString('utf16le')
      : textOf(unpack(data, length - headerSeptets, headerSeptets * 7)),
    part: partOf(header),
    encoding: isUcs2 ? 'ucs2' : 'gsm7',
    isReportAsked: (first & 0x20) !== 0,
    validityMinutes: form === 2 ? validity(period) : null,
  };
}

const SMS_CENTRE = `07911326040000F0`;

/** An SMS-DELIVER for each part of a text. Phones cut where they have to, through a pair of UTF-16 as well. */
export function deliverPdus(message: {
  readonly from: string;
  readonly text: string;
  readonly series: number;
  readonly at: Date;
}): readonly string[] {
  const septets = septetsOf(message.text);
  const units = septets ?? [...message.text.split('')];
  const [alone, each] = septets ? [160, 153] : [70, 67];
  const count = units.length <= alone ? 1 : Math.ceil(units.length / each);
  return Array.from({ length: count }, (_, nth) => {
    const header = count === 1 ? Buffer.alloc(0) : Buffer.from([5, 0, 3, message.series & 0xff, count, nth + 1]);
    const own = count === 1 ? units : units.slice(nth * each, (nth + 1) * each);
    const headerSeptets = Math.ceil((header.length * 8) / 7);
    const [length, data] = septets
      ? [headerSeptets + own.length, packed(header, own as number[])] // septets: they were made from them
      : [header.length + own.length * 2, Buffer.concat([header, ucs2(own.join(''))])];
    return [
      SMS_CENTRE,
      count === 1 ? '04' : '44',
      addressHex(message.from),
      '00',
      septets ? '00' : '08',
      stamp(message.at),
      octet(length),
      data.toString('hex').toUpperCase(),
    ].join('');
  });
}

/** Septets behind a header: they begin at the next whole septet. */
function packed(header: Buffer, septets: readonly number[]): Buffer {
  const headerBits = Math.ceil((header.length * 8) / 7) * 7;
  const octets = pack(septets, headerBits);
  header.copy(octets);
  return octets;
}

/** An SMS-STATUS-REPORT: `status` is TP-ST, 0 for delivered, from 0x20 still trying, from 0x40 given up. */
export function statusReportPdu(report: {
  readonly reference: number;
  readonly to: string;
  readonly status: number;
  readonly at: Date;
}): string {
  const when = stamp(report.at);
  return `${SMS_CENTRE}06${octet(report.reference)}${addressHex(report.to)}${when}${when}${octet(report.status)}`;
}

/** How long a message is by the count of `AT+CMGL`, which leaves the SMS centre out. */
export const pduLength = (hex: string): number => hex.length / 2 - 1 - Number.parseInt(hex.slice(0, 2), 16);
