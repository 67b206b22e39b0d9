/**
 * Text as the rules read it, with the way back to the words as typed.
 *
 * `text` begins and ends with a space; words are parted by one space; `.`, `?` and `,` stand as words of their own.
 */
export type NormalisedText = {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where the words it came from begin and end in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** A word of the original: folded spelling and where it stood. */
type Word = { readonly folded: string; readonly start: number; readonly end: number };

/** Gives the spelling the rules know for a folded word; the same word when there is none better. */
export type Respell = (word: string) => string;

// Emoji stand for nouns in short messages.
const EMOJI: Readonly<Record<string, string>> = {
  '🔥': 'fire',
  '💨': 'smoke',
  '💦': 'water',
  '💧': 'water',
  '🌊': 'flood',
  '🚽': 'toilet',
  '🚿': 'shower',
  '🚰': 'faucet',
  '🛗': 'elevator',
  '🪳': 'roach',
  '🐀': 'rat',
  '🐁': 'mouse',
  '🐭': 'mouse',
  '🥶': 'cold',
  '🥵': 'hot',
  '⚡': 'sparks',
  '🔑': 'key',
};

const PIECE =
  /(?<word>[\p{L}\p{M}]+(?:['’‘`´][\p{L}\p{M}]+)*)|(?<number>\d+(?:[.,]\d+)?)|(?<end>[.!;\n…]+|[?¿]+)|(?<pause>[,:()[\]"“”—–|]+)|(?<emoji>\p{Extended_Pictographic})|(?<sign>[°º&+-])/gu;

// "heat's out" is about heat; "it's" and "there's" are words of their own to the rules.
const OWNING = /(?<!^(?:it|there|that|what|who|he|she|here|let|how|where))['’‘`´]s$/i;

/** Lower case without accents, apostrophes or drawn-out letters ("nooooo"). */
function fold(word: string): string {
  return word
    .replace(OWNING, '')
    .normalize('NFD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .replace(/(.)\1{2,}/g, '$1$1');
}

function signWord(sign: string, text: string, end: number): string {
  if (sign === '°' || sign === 'º') return 'degrees';
  if (sign === '&') return 'and';
  // A minus counts only where it is glued to a number and nothing stands before it: "-5", not "55-60" or "break-in".
  const before = text[end - 2];
  if (sign === '-' && /\d/.test(text[end] ?? '') && (before === undefined || /\s/.test(before))) return 'minus';
  return '';
}

function foldPiece(match: RegExpExecArray, text: string): string {
  const groups = match.groups ?? {};
  const piece = match[0];
  if (groups.word !== undefined) return fold(piece);
  if (groups.number !== undefined) return piece.replace(',', '.');
  if (groups.end !== undefined) return /[?]/.test(piece) ? '?' : '.';
  if (groups.pause !== undefined) return ',';
  if (groups.emoji !== undefined) return EMOJI[piece] ?? '';
  return signWord(piece, text, match.index + piece.length);
}

// "will not" and "won't" are one word to the rules.
const CONTRACTED: Readonly<Record<string, string>> = {
  will: 'wont',
  can: 'cant',
  could: 'couldnt',
  would: 'wouldnt',
  do: 'dont',
  does: 'doesnt',
  did: 'didnt',
  is: 'isnt',
  are: 'arent',
  was: 'wasnt',
  were: 'werent',
  has: 'hasnt',
  have: 'havent',
};

function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(PIECE)) {
    const folded = foldPiece(match, text);
    const end = match.index + match[0].length;
    const last = found.at(-1);
    const contracted = folded === 'not' && last !== undefined ? CONTRACTED[last.folded] : undefined;
    if (contracted !== undefined && last !== undefined) {
      found[found.length - 1] = { folded: contracted, start: last.start, end };
    } else if (folded !== '') {
      found.push({ folded: folded === 'cannot' ? 'cant' : folded, start: match.index, end });
    }
  }
  return found;
}

/** Brings a text into the form the rules read; never throws, whatever the text. */
export function normalise(text: string, respell: Respell): NormalisedText {
  const parts: string[] = [' '];
  const starts: number[] = [0];
  const ends: number[] = [0];
  for (const word of words(text)) {
    const spelt = respell(word.folded);
    parts.push(spelt, ' ');
    // The blank after a word belongs to the word, so that a span ending on it ends with the word.
    for (let unit = 0; unit <= spelt.length; unit += 1) {
      starts.push(word.start);
      ends.push(word.end);
    }
  }
  return { text: parts.join(''), starts, ends };
}

/** Where a stretch `[start, end)` of the normalised text stands in the original. */
export function originalSpan(normalised: NormalisedText, start: number, end: number): { start: number; end: number } {
  return { start: normalised.starts[start] ?? 0, end: normalised.ends[Math.max(start, end - 1)] ?? 0 };
}
