/** A key pressed on a telephone, as sipp plays it: RFC 2833 events in a file of captured packets. */

const EVENTS = '0123456789*#';
/** So it was agreed on: `telephone-event`. */
const PAYLOAD_TYPE = 101;
const PACKETS = 7;
const SPACING_MS = 20;
/** Between two keys of one call: packets of a later one have to look later. */
const KEY_APART = 1_000;

/** @param nth which key of the call it is, counted from 0 */
export function keyRecording(key: string, nth: number): Buffer {
  const event = EVENTS.indexOf(key);
  if (event === -1) throw new Error(`no such key: ${key}`);
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(65_535, 16);
  head.writeUInt32LE(1, 20); // Ethernet
  const packets = Array.from({ length: PACKETS }, (_, index) => packet({ event, index, at: KEY_APART * (nth + 1) }));
  return Buffer.concat([head, ...packets]);
}

function packet({ event, index, at }: { readonly event: number; readonly index: number; readonly at: number }): Buffer {
  const rtp = Buffer.alloc(16);
  rtp[0] = 0x80;
  rtp[1] = PAYLOAD_TYPE | (index === 0 ? 0x80 : 0);
  rtp.writeUInt16BE(at + index, 2);
  rtp.writeUInt32BE(at * 160, 4);
  rtp.writeUInt32BE(0x1234_5678, 8);
  rtp[12] = event;
  // The last three say that it is over, as a telephone does, since any of them may be lost.
  rtp[13] = (index >= PACKETS - 3 ? 0x80 : 0) | 10;
  rtp.writeUInt16BE((index + 1) * 160, 14);
  const frame = Buffer.concat([ethernet(), internet(rtp.length), datagram(rtp.length), rtp]);
  const record = Buffer.alloc(16);
  record.writeUInt32LE(1 + Math.floor((index * SPACING_MS) / 1000), 0);
  record.writeUInt32LE(((index * SPACING_MS) % 1000) * 1000, 4);
  record.writeUInt32LE(frame.length, 8);
  record.writeUInt32LE(frame.length, 12);
  return Buffer.concat([record, frame]);
}

function ethernet(): Buffer {
  const head = Buffer.alloc(14);
  head.writeUInt16BE(0x0800, 12);
  return head;
}

function internet(bytes: number): Buffer {
  const head = Buffer.alloc(20);
  head[0] = 0x45;
  head.writeUInt16BE(28 + bytes, 2);
  head[8] = 64;
  head[9] = 17;
  return head;
}

function datagram(bytes: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(8 + bytes, 4);
  return head;
}
