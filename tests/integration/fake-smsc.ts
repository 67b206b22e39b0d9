import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * The mobile network as Kannel's `smsc = fake` sees it: a TCP client that speaks one line per message.
 *
 * Towards us `FROM TO KIND BODY`; KIND is `text`, `ucs-2` (percent-coded UTF-16BE), or `udh HEADER KIND BODY` for one part of
 * a long text. From us `FROM TO text BODY` or `FROM TO ucs2 BODY`.
 */

/** One part as it came over the air. A text in one piece is part 1 of 1. */
export type SmsPart = {
  readonly from: string;
  readonly to: string;
  /** As Kannel hands it over. Parts are joined before they are decoded: an emoji may lie across a seam. */
  readonly bytes: Buffer;
  readonly encoding: 'utf-8' | 'utf-16be';
  /** Names the text the part belongs to; null for a text in one piece. */
  readonly series: number | null;
  readonly part: number;
  readonly parts: number;
};

export type ArrivedPart = SmsPart & { readonly at: number };

export type FakeSmsc = {
  /** Every part since the link came up, in order of arrival, `at` on this process's clock (ms). */
  readonly parts: readonly ArrivedPart[];
  /** A text typed on a phone. Plain ASCII goes as GSM-7, all else as UCS-2. */
  inject(message: { readonly from: string; readonly to: string; readonly text: string }): void;
  /** Pulls the cable. */
  close(): Promise<void>;
};

/** Percent-coded bytes, where anything not coded stands for its own ASCII byte. */
function bytesOf(coded: string): Buffer {
  const plain = coded.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

function contentOf(kind: string, body: string): Pick<SmsPart, 'bytes' | 'encoding'> {
  const coded = bytesOf(body.replaceAll('+', ' '));
  switch (kind) {
    case 'text':
      return { bytes: Buffer.from(body, 'utf8'), encoding: 'utf-8' };
    case 'ucs-2':
      return { bytes: coded, encoding: 'utf-16be' };
    case 'data':
      // Long texts, whatever their alphabet. Only two-byte characters bring zero bytes.
      return { bytes: coded, encoding: coded.includes(0) ? 'utf-16be' : 'utf-8' };
    default:
      throw new Error(`the fake link sent a kind of line this test does not know: ${kind}`);
  }
}

/** Reads one line of the fake link. Throws on a line it does not know, so that a test cannot pass by overlooking it. */
export function parseLine(line: string): SmsPart {
  const [from = '', to = '', kind = '', ...rest] = line.split(' ');
  if (kind !== 'udh') return { from, to, ...contentOf(kind, rest.join(' ')), series: null, part: 1, parts: 1 };
  const [header = '', inner = '', ...body] = rest;
  // 05 00 03 SERIES PARTS PART: the concatenation header with an 8-bit reference.
  const [length, element, , series = 0, parts = 0, part = 0] = bytesOf(header);
  if (length !== 5 || element !== 0) throw new Error(`unexpected user data header ${header}`);
  return { from, to, ...contentOf(inner, body.join(' ')), series, part, parts };
}

/** Brings the link up. Rejects when Kannel is not listening. */
export async function connectFakeSmsc(port: number): Promise<FakeSmsc> {
  const parts: ArrivedPart[] = [];
  const socket: Socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') parts.push({ ...parseLine(line), at: performance.now() });
  });
  return {
    parts,
    inject({ from, to, text }) {
      const isPlain = /^[ -~]*$/.test(text);
      const coded = [...Buffer.from(text, 'utf16le').swap16()].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
      socket.write(isPlain ? `${from} ${to} text ${text}\n` : `${from} ${to} ucs2 ${coded.join('')}\n`);
    },
    async close() {
      if (socket.closed) return;
      const closed = once(socket, 'close');
      socket.end();
      socket.destroy();
      await closed;
    },
  };
}
