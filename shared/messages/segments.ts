import { SegmentedMessage } from 'sms-segments-calculator';

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

/** How many SMS parts `text` takes, and in which alphabet. */
export function segmentsOf(text: string): Segments {
  const message = new SegmentedMessage(text);
  const encoding = message.encodingName;
  // The calculator counts an emoji as one character; the network counts the two 16-bit units of it.
  const characters = encoding === 'UCS-2' ? text.length : message.numberOfCharacters;
  return { segments: message.segmentsCount, encoding, characters };
}
