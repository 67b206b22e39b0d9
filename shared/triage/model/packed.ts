import { DIRECT, HEADS, type Network, SHAPE } from './network.ts';

const { places, vector, hidden } = SHAPE;
const FLOATS = [2, vector * hidden, hidden, hidden * HEADS, HEADS] as const;
const FLOAT_BYTES = 4 * FLOATS.reduce((sum, size) => sum + size, 0);
/** Bytes of a packed network. */
export const PACKED_BYTES = FLOAT_BYTES + places * (2 + vector + DIRECT);

/** A network as bytes: numbers of the layers, then checks, vectors and direct weights, everything little-endian. */
export function pack(network: Network): Uint8Array {
  const bytes = new Uint8Array(PACKED_BYTES);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const { vectorScale, directScale, into, intoBias, out, outBias, checks, vectors, direct } = network;
  for (const value of [vectorScale, directScale, ...into, ...intoBias, ...out, ...outBias]) {
    view.setFloat32(at, value, true);
    at += 4;
  }
  for (const check of checks) {
    view.setUint16(at, check, true);
    at += 2;
  }
  bytes.set(new Uint8Array(vectors.buffer), at);
  bytes.set(new Uint8Array(direct.buffer), at + vectors.length);
  return bytes;
}

/**
 * The network of packed bytes.
 *
 * @throws Error where their number is wrong: they were packed for another shape
 */
export function unpack(bytes: Uint8Array): Network {
  if (bytes.length !== PACKED_BYTES)
    throw new Error(`the triage model has ${bytes.length} bytes where ${PACKED_BYTES} belong; train it again`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  const floats = (size: number): Float32Array =>
    Float32Array.from({ length: size }, () => {
      at += 4;
      return view.getFloat32(at - 4, true);
    });
  const [vectorScale = 0, directScale = 0] = floats(2);
  const into = floats(vector * hidden);
  const intoBias = floats(hidden);
  const out = floats(hidden * HEADS);
  const outBias = floats(HEADS);
  const checks = Uint16Array.from({ length: places }, (_, index) => view.getUint16(at + 2 * index, true));
  at += 2 * places;
  const signed = (size: number): Int8Array => new Int8Array(Uint8Array.from(bytes.subarray(at, at + size)).buffer);
  const vectors = signed(places * vector);
  at += places * vector;
  return { vectorScale, directScale, into, intoBias, out, outBias, checks, vectors, direct: signed(places * DIRECT) };
}
