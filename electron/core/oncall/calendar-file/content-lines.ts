import type { LineRemark } from './calendar-reading.ts';
import { reasons } from './reasons.ts';

/** One unfolded line, and where in the file it begins. */
export type ContentLine = { readonly line: number; readonly text: string };

/** A calendar of ten thousand events has 5 MB; what is larger holds pictures. */
const MAX_LENGTH = 20_000_000;
/** Spreadsheets and whatever else is packed, documents. */
const MARKS_OF_FILES = ['PK\u0003', '%PDF'];
const NEW_LINE = /\r\n|\n|\r/g;
const NOT_ASCII = /[\u0080-\uFFFF]/;

/** The text of a file, still in bytes where it came in bytes: one letter each, as Latin-1. */
export type RawText = { readonly text: string; readonly isBytes: boolean };

export function isTooLarge(calendar: string | Uint8Array): boolean {
  return calendar.length > MAX_LENGTH;
}

/** What was handed in, without its byte order mark; or why it is no text. */
export function rawTextOf(calendar: string | Uint8Array): RawText | LineRemark {
  if (isTooLarge(calendar)) return { line: 1, reason: reasons.tooLarge };
  const raw =
    typeof calendar === 'string' ? { text: calendar.replace(/^\uFEFF/, ''), isBytes: false } : ofBytes(calendar);
  return whyNoText(raw.text) ?? raw;
}

function ofBytes(bytes: Uint8Array): RawText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), isBytes: false };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), isBytes: false };
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { text: buffer.toString('latin1', isMarked ? 3 : 0), isBytes: true };
}

function whyNoText(text: string): LineRemark | null {
  if (text.trim() === '') return { line: 1, reason: reasons.empty };
  const binaryAt = text.indexOf('\0');
  const isBinary = binaryAt >= 0 || MARKS_OF_FILES.some((mark) => text.startsWith(mark));
  return isBinary ? { line: lineAt(text, Math.max(binaryAt, 0)), reason: reasons.notText } : null;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (const { index: at } of text.matchAll(NEW_LINE)) {
    if (at >= index) break;
    line += 1;
  }
  return line;
}

/**
 * The lines as they were before they were folded. Any kind of line end will do, mixed ones too, and empty lines say
 * nothing. Bytes become letters only now: a line may have been folded within one.
 */
export function* contentLines({ text, isBytes }: RawText): Generator<ContentLine> {
  const isCoded = isBytes && NOT_ASCII.test(text);
  const whole = (line: number, held: string): ContentLine => ({ line, text: isCoded ? decoded(held) : held });
  let line = 0;
  let beginsAt = 0;
  let held = '';
  let from = 0;
  let feedAt = endOr(text, text.indexOf('\n'));
  let returnAt = endOr(text, text.indexOf('\r'));
  while (from < text.length) {
    const end = Math.min(feedAt, returnAt);
    line += 1;
    if (end > from) {
      const isFolded = beginsAt > 0 && (text[from] === ' ' || text[from] === '\t');
      if (!isFolded && beginsAt > 0) yield whole(beginsAt, held);
      held = isFolded ? held + text.slice(from + 1, end) : text.slice(from, end);
      if (!isFolded) beginsAt = line;
    }
    from = end + (end === returnAt && feedAt === returnAt + 1 ? 2 : 1);
    // Each is looked for once: without a single line feed, say, the search would run to the end at every line.
    if (feedAt < from) feedAt = endOr(text, text.indexOf('\n', from));
    if (returnAt < from) returnAt = endOr(text, text.indexOf('\r', from));
  }
  if (beginsAt > 0) yield whole(beginsAt, held);
}

function endOr(text: string, index: number): number {
  return index < 0 ? text.length : index;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');

function decoded(bytes: string): string {
  if (!NOT_ASCII.test(bytes)) return bytes;
  const buffer = Buffer.from(bytes, 'latin1');
  try {
    return utf8.decode(buffer);
  } catch {
    return western.decode(buffer); // what old programs write where it is no UTF-8
  }
}
