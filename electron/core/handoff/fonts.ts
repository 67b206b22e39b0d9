import { createRequire } from 'node:module';

/** The two weights the document is set in. */
export type Weight = 'regular' | 'bold';

/** One font file of a family, known by the code points it was cut for. */
type Subset = { readonly family: 'noto-sans' | 'noto-emoji'; readonly name: string; readonly ranges: readonly Range[] };
type Range = readonly [first: number, last: number];

const resolveFile = createRequire(import.meta.url);

/**
 * The font files in the order in which they are asked for a character: Noto Sans first, its own digits and © before the
 * drawn ones of Noto Emoji.
 */
const SUBSETS: readonly Subset[] = [...subsetsOf('noto-sans', 'latin'), ...subsetsOf('noto-emoji', '[2]')];

function subsetsOf(family: Subset['family'], first: string): readonly Subset[] {
  const table = resolveFile(`@fontsource/${family}/unicode.json`) as Readonly<Record<string, string>>; // the package's own table: name to "U+a-b,U+c"
  const names = Object.keys(table).sort((a, b) => Number(b === first) - Number(a === first));
  return names.map((name) => ({
    family,
    name: name.replace(/[[\]]/g, ''),
    ranges: (table[name] ?? '').split(',').map(parseRange),
  }));
}

function parseRange(text: string): Range {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/** Names a font file to pdfkit, e.g. `bold noto-sans latin-ext`. */
export type FontKey = string;

/** The font files that claim a code point, best first; empty when none does. */
export function fontsFor(codePoint: number, weight: Weight): readonly FontKey[] {
  return SUBSETS.filter((subset) => subset.ranges.some(([first, last]) => codePoint >= first && codePoint <= last)).map(
    (subset) => `${subset.family === 'noto-emoji' ? 'regular' : weight} ${subset.family} ${subset.name}`,
  );
}

/** The font everything falls back to: it has the question mark. */
export function baseFont(weight: Weight): FontKey {
  return `${weight} noto-sans latin`;
}

/** Where the file of a font lies on this machine. */
export function fontFile(key: FontKey): string {
  const [weight, family, subset] = key.split(' ');
  return resolveFile.resolve(
    `@fontsource/${family}/files/${family}-${subset}-${weight === 'bold' ? 700 : 400}-normal.woff`,
  );
}
