import { baseFont, type FontKey, fontFile, fontsFor, type Weight } from './fonts.ts';

/** How a piece of text looks. `size` and `leading` (line to line) are points. */
export type TextStyle = {
  readonly weight: Weight;
  readonly size: number;
  readonly leading: number;
  readonly color: string;
};

/** A stretch of a line in one font. `width` is in points. */
type Run = { readonly font: FontKey; readonly text: string; readonly width: number };

/** One set line: ready to be drawn anywhere. */
export type Line = { readonly runs: readonly Run[]; readonly width: number; readonly style: TextStyle };

/** Breaks text into lines and draws them. Widths are measured once per word and font. */
export type Typesetter = {
  /** Breaks at spaces, and inside a word only when the word alone is wider than the column. Always at least one line. */
  readonly wrap: (text: string, style: TextStyle, width: number) => readonly Line[];
  /** Draws with the top of the line at `y`. */
  readonly draw: (line: Line, x: number, y: number) => void;
  /** True once a character had no glyph in any font and a question mark stands for it. */
  readonly hasReplaced: () => boolean;
};

// Sentences of the log use these; Noto Sans's web subsets lack them.
const SPELLED: Readonly<Record<string, string>> = {
  '→': '›',
  '←': '‹',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '✓': '✔',
  '✗': '✖',
  '✘': '✖',
  '●': '•',
  '▪': '•',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
};

// Direction marks, joiners, variation selectors, tags and skin tones: they steer how other characters are drawn and have no
// shape here. Left in, a U+202E in a text message would turn the rest of the line round.
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each code point is meant on its own
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{1f3fb}-\u{1f3ff}\u{e0000}-\u{e007f}]/gu;

/** The text as it can be set: composed, on one paragraph, without characters that draw nothing. */
export function settable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(INVISIBLE, '')
    .replace(/[→←≥≤≈✓✗✘●▪\u00a0\u202f\u2009]/g, (character) => SPELLED[character] ?? character);
}

type Word = { readonly runs: readonly Run[]; readonly width: number };

/** A typesetter for one document. Font files are opened when a first character needs them. */
export function createTypesetter(doc: PDFKit.PDFDocument): Typesetter {
  const registered = new Set<FontKey>();
  const fontOfCharacter = new Map<string, FontKey | null>();
  const widths = new Map<string, number>();
  const words = new Map<string, Word>();
  let replaced = false;

  const use = (font: FontKey): void => {
    if (!registered.has(font)) {
      doc.registerFont(font, fontFile(font));
      registered.add(font);
    }
    doc.font(font);
  };
  const hasGlyph = (font: FontKey, codePoint: number): boolean => {
    use(font);
    // pdfkit's own types leave out the font in use; it wraps fontkit's, which knows what the file really holds.
    const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } } };
    return _font.font.hasGlyphForCodePoint(codePoint);
  };
  const fontOf = (character: string, weight: Weight): FontKey | null => {
    const key = weight + character;
    const known = fontOfCharacter.get(key);
    if (known !== undefined) return known;
    const codePoint = character.codePointAt(0) ?? 0;
    const found = fontsFor(codePoint, weight).find((font) => hasGlyph(font, codePoint)) ?? null;
    fontOfCharacter.set(key, found);
    return found;
  };
  /** Points per point of size. */
  const widthOf = (font: FontKey, text: string): number => {
    const key = font + text;
    let width = widths.get(key);
    if (width === undefined) {
      use(font);
      width = doc.fontSize(100).widthOfString(text) / 100;
      widths.set(key, width);
    }
    return width;
  };
  const setWord = (text: string, style: TextStyle): Word => {
    const key = `${style.weight}${style.size} ${text}`;
    let word = words.get(key);
    if (word === undefined) {
      const pieces: { font: FontKey; text: string }[] = [];
      for (const character of text) {
        const found = fontOf(character, style.weight);
        if (found === null) replaced = true;
        const font = found ?? baseFont(style.weight);
        const last = pieces.at(-1);
        if (last !== undefined && last.font === font) last.text += found === null ? '?' : character;
        else pieces.push({ font, text: found === null ? '?' : character });
      }
      const runs = pieces.map((piece) => ({ ...piece, width: widthOf(piece.font, piece.text) * style.size }));
      word = { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
      words.set(key, word);
    }
    return word;
  };
  const wrap = (text: string, style: TextStyle, width: number): readonly Line[] => {
    const space = widthOf(baseFont(style.weight), ' ') * style.size;
    const lines: Line[] = [];
    let line: Word[] = [];
    let lineWidth = 0;
    const close = (): void => {
      lines.push(lineOf(line, space, style));
      line = [];
      lineWidth = 0;
    };
    for (const part of settable(text).split(' ')) {
      if (part === '') continue;
      for (const piece of fitting(part, style, width, setWord)) {
        const word = setWord(piece, style);
        if (line.length > 0 && lineWidth + space + word.width > width) close();
        lineWidth += (line.length > 0 ? space : 0) + word.width;
        line.push(word);
      }
    }
    if (line.length > 0 || lines.length === 0) close();
    return lines;
  };
  const draw = (line: Line, x: number, y: number): void => {
    const baseline = y + (line.style.leading + line.style.size * 0.72) / 2; // 0.72 em: height of Noto's capitals
    let left = x;
    doc.fillColor(line.style.color);
    for (const run of line.runs) {
      use(run.font);
      doc.fontSize(line.style.size).text(run.text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
      left += run.width;
    }
  };
  return { wrap, draw, hasReplaced: () => replaced };
}

/** A word as it is, or cut into pieces of at most the column's width. */
function fitting(
  text: string,
  style: TextStyle,
  width: number,
  setWord: (text: string, style: TextStyle) => Word,
): readonly string[] {
  if (setWord(text, style).width <= width) return [text];
  const pieces: string[] = [];
  let piece = '';
  let pieceWidth = 0;
  for (const character of text) {
    const characterWidth = setWord(character, style).width;
    if (piece !== '' && pieceWidth + characterWidth > width) {
      pieces.push(piece);
      piece = '';
      pieceWidth = 0;
    }
    piece += character;
    pieceWidth += characterWidth;
  }
  return [...pieces, piece];
}

/** Words and the spaces between them as few runs as possible: each run costs bytes and a call. */
function lineOf(words: readonly Word[], space: number, style: TextStyle): Line {
  const runs: { font: FontKey; text: string; width: number }[] = [];
  const push = (run: Run): void => {
    const last = runs.at(-1);
    if (last !== undefined && last.font === run.font) {
      last.text += run.text;
      last.width += run.width;
    } else runs.push({ ...run });
  };
  words.forEach((word, index) => {
    if (index > 0) push({ font: baseFont(style.weight), text: ' ', width: space });
    word.runs.forEach(push);
  });
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0), style };
}
