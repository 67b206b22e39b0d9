/**
 * The GSM 7-bit alphabet (3GPP TS 23.038). One letter outside it turns a text of 160 characters into one of 70, so our
 * own texts are written inside it, and names and residents' words are brought into it before they leave. The stored
 * report keeps what was really written.
 */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€';
const ALPHABET: ReadonlySet<string> = new Set(BASIC + EXTENDED);

const TYPOGRAPHY: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛′´`'].map((c) => [c, "'"] as const),
  ...[...'“”„«»″'].map((c) => [c, '"'] as const),
  ...[...'‐‑‒–—―−'].map((c) => [c, '-'] as const),
  ['…', '...'],
  ['·', '-'],
  ['•', '-'],
  ['×', 'x'],
  ['°', ' '],
  ['\t', ' '],
]);

/**
 * `text` in letters a plain SMS can carry: typography becomes ASCII, accents the alphabet lacks are dropped (á → a; é,
 * ñ, ü, ¿ stay), emoji vanish, a run of anything else becomes one `?`.
 */
export function toGsm7(text: string): string {
  let out = '';
  for (const char of text.normalize('NFC')) {
    const plain = plainForm(char);
    if (plain === '?' && char !== '?' && out.endsWith('?')) continue;
    out += plain;
  }
  return out;
}

function plainForm(char: string): string {
  if (ALPHABET.has(char)) return char;
  const typographic = TYPOGRAPHY.get(char);
  if (typographic !== undefined) return typographic;
  if (/[\p{Zs}\p{Zl}\p{Zp}]/u.test(char)) return ' ';
  // Joiners, direction marks, skin tones, variation selectors and controls carry no meaning of their own.
  if (/[\p{C}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u.test(char)) return '';
  const folded = [...char.normalize('NFKD')].filter((part) => ALPHABET.has(part)).join('');
  return folded === '' ? '?' : folded;
}

/** Whether a text leaves as it is in the 7-bit alphabet. */
export function isPlainGsm7(text: string): boolean {
  return [...text].every((char) => ALPHABET.has(char));
}

/** What of a text is outside the alphabet, each once: any of them makes its segments hold 70 letters instead of 160. */
export function costlyLetters(text: string): readonly string[] {
  return [...new Set([...text.normalize('NFC')].filter((char) => !ALPHABET.has(char)))];
}

/** Length of a text already in plain letters, in 7-bit units: `€` and brackets take two. */
export function septetsOf(plain: string): number {
  let septets = plain.length;
  for (const char of plain) if (EXTENDED.includes(char)) septets += 1;
  return septets;
}

/** One line of plain SMS letters: `toGsm7` with white space collapsed, so that nobody's words can imitate our lines. */
export function plainLine(text: string): string {
  return toGsm7(text).replace(/\s+/g, ' ').trim();
}

/** Cuts `line` to at most `max` characters, at a word where one is near, and marks the cut with `...`. */
export function shorten(line: string, max: number): string {
  if (line.length <= max) return line;
  const room = Math.max(0, max - 3);
  const cut = line.slice(0, room);
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > room * 0.6 ? cut.slice(0, lastSpace) : cut).trimEnd()}...`.slice(0, max);
}
