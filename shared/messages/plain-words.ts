/** Footers that telephones and mail programs add below what was written. */
const FOOTER = /(?:^|\n)\s*(?:-- ?\n|sent from my |enviado desde |get outlook for )[\s\S]*$/i;

/**
 * What somebody typed, made comparable: lower case, no accents, apostrophes, skin tones or invisible marks, key-cap
 * digits as digits, no mail footer. Newlines become blanks.
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(FOOTER, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\p{Cf}|\p{Emoji_Modifier}|['’‘`´]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The tokens of a reply: numbers, words, thumbs, question marks ("1a30" has three). Null when something else stands in
 * it, or when digits are written as a time or fraction ("1:30", "1.5"): then it is not of the grammar.
 */
export function tokensOf(plain: string): readonly string[] | null {
  if (/\d[:./]\d/.test(plain)) return null;
  const token = /(\d+|[a-z]+|👍|👎|\?)|[\s,;:.!()=¿¡"-]+|(.)/gsu;
  const tokens: string[] = [];
  for (const [, word, foreign] of plain.matchAll(token)) {
    if (foreign !== undefined) return null;
    if (word !== undefined) tokens.push(word);
  }
  return tokens;
}
