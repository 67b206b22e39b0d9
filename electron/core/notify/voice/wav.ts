/** Sound as the telephone carries it: 8,000 samples a second, one channel, 16 bits. */

export const TELEPHONE_RATE = 8_000;
const HEADER_BYTES = 44;

/** What a WAV file holds, as one channel. Null where it is none, or none of whole samples. */
export function readWav(file: Buffer): { readonly rate: number; readonly samples: Int16Array } | null {
  if (file.length < HEADER_BYTES || file.toString('latin1', 0, 4) !== 'RIFF') return null;
  if (file.toString('latin1', 8, 12) !== 'WAVE') return null;
  let format: { readonly channels: number; readonly rate: number } | null = null;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const from = at + 8;
    if (name === 'fmt ' && from + 16 <= file.length) {
      const isPcm16 = file.readUInt16LE(from) === 1 && file.readUInt16LE(from + 14) === 16;
      if (isPcm16) format = { channels: file.readUInt16LE(from + 2), rate: file.readUInt32LE(from + 4) };
    }
    if (name === 'data') {
      if (format === null || format.channels < 1 || format.rate < 1_000) return null;
      // Written to a pipe, its length is not known beforehand and stands there as far too long.
      return { rate: format.rate, samples: firstChannel(file.subarray(from, from + size), format.channels) };
    }
    at = from + size + (size % 2);
  }
  return null;
}

function firstChannel(data: Buffer, channels: number): Int16Array {
  const frame = 2 * channels;
  const samples = new Int16Array(Math.floor(data.length / frame));
  for (let n = 0; n < samples.length; n += 1) samples[n] = data.readInt16LE(n * frame);
  return samples;
}

/** As a file that a telephone program plays. */
export function telephoneWav(samples: Int16Array): Buffer {
  const file = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(TELEPHONE_RATE, 24);
  file.writeUInt32LE(TELEPHONE_RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.length * 2, 40);
  for (const [n, sample] of samples.entries()) file.writeInt16LE(sample, HEADER_BYTES + n * 2);
  return file;
}

/** Input samples on each side that make one of the output. */
const REACH = 24;

/** `samples` of one rate as of another, what the new rate cannot carry taken out first. */
export function resampled(samples: Int16Array, from: number, to: number = TELEPHONE_RATE): Int16Array {
  if (from === to) return samples;
  const shared = commonDivisor(from, to);
  const phases = to / shared;
  const step = from / shared;
  const filters = Array.from({ length: phases }, (_, phase) =>
    filterFor(phase / phases, Math.min(1, to / from) * 0.94),
  );
  const out = new Int16Array(Math.floor((samples.length * to) / from));
  for (let n = 0; n < out.length; n += 1) {
    const at = Math.floor((n * step) / phases);
    const filter = filters[(n * step) % phases] ?? [];
    let sum = 0;
    for (let k = 0; k < filter.length; k += 1) sum += (samples[at + k - REACH + 1] ?? 0) * (filter[k] ?? 0);
    out[n] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  }
  return out;
}

/** A windowed sinc for an output that lies `offset` of a sample behind an input. `band`: of what the input carries. */
function filterFor(offset: number, band: number): Float64Array {
  const filter = new Float64Array(2 * REACH);
  let sum = 0;
  for (let k = 0; k < filter.length; k += 1) {
    const distance = k - REACH + 1 - offset;
    const x = Math.PI * distance * band;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (REACH + 1));
    const value = (x === 0 ? 1 : Math.sin(x) / x) * window;
    filter[k] = value;
    sum += value;
  }
  return filter.map((value) => value / sum);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Silence of that many milliseconds. */
export function silence(ms: number): Int16Array {
  return new Int16Array(Math.round((ms * TELEPHONE_RATE) / 1000));
}

export function joined(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function lengthMs(samples: Int16Array): number {
  return (samples.length * 1000) / TELEPHONE_RATE;
}
