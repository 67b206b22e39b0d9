import { isPlainGsm7, septetsOf } from './gsm7.ts';

/** `characters` counts what the network counts: 7-bit units (`€` and `[` are two) or 16-bit units (emoji are two). */
export type Segments = {
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly characters: number;
};

/** The longest text of plain GSM-7 that surely fits `MAX_SEGMENTS`: a two-unit letter is never split over two parts. */
export const MAX_SEPTETS = 3 * 153 - 2;

/** The most parts any of our texts may have. */
export const MAX_SEGMENTS = 3;

/** What one part of a concatenated GSM-7 text holds: what fits here is read even when the other parts are lost. */
export const FIRST_SEGMENT_CHARACTERS = 153;

/** What a text holds alone, and as one part of several, in units of its encoding (3GPP TS 23.040). */
export const SEGMENT_ROOM = {
  'GSM-7': { alone: 160, part: FIRST_SEGMENT_CHARACTERS },
  'UCS-2': { alone: 70, part: 67 },
} as const satisfies Readonly<Record<Segments['encoding'], { alone: number; part: number }>>;

/** Made once: it is dear. What it calls one letter does not depend on the language. */
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * How many SMS parts `text` takes, and in which alphabet. Asked at each keystroke, so it is one walk over the text. A letter
 * of several units (a bracket, an emoji with its skin tone) is not split over two parts, which is what the strictest charge.
 */
export function segmentsOf(text: string): Segments {
  if (isPlainGsm7(text)) return counted('GSM-7', septetsOf(text), () => [...text].map(septetsOf));
  const letters = () => Array.from(GRAPHEMES.segment(text), ({ segment }) => segment.length);
  return counted('UCS-2', text.length, letters);
}

function counted(encoding: Segments['encoding'], characters: number, letters: () => readonly number[]): Segments {
  const { alone, part } = SEGMENT_ROOM[encoding];
  return { segments: characters <= alone ? 1 : partsFor(letters(), part), encoding, characters };
}

/** Letters of these sizes, laid one after the other into parts of `room` units; one larger than a part is split. */
function partsFor(sizes: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room && used > 0) {
      parts += 1;
      used = 0;
    }
    used += size;
    while (used > room) {
      parts += 1;
      used -= room;
    }
  }
  return parts;
}
