import type { TextStyle } from './typesetter.ts';

/** Dark enough on white for WCAG AA, and apart from each other in grey print. */
export const COLORS = {
  ink: '#1c2430',
  quiet: '#566170',
  hairline: '#d5dae1',
  panel: '#f3f5f8',
  accent: '#22577a',
  red: '#a3211b',
  amber: '#8a5300',
  watermark: '#eceff3',
} as const;

const style = (
  weight: TextStyle['weight'],
  size: number,
  color: string = COLORS.ink,
  leading = size * 1.38,
): TextStyle => ({
  weight,
  size,
  color,
  leading,
});

/** Every way text looks in the document. */
export const STYLES = {
  company: style('bold', 9.5, COLORS.accent),
  title: style('bold', 23),
  night: style('regular', 11.5),
  quiet: style('regular', 8.5, COLORS.quiet),
  figure: style('bold', 22, COLORS.ink, 27),
  figureLong: style('bold', 15, COLORS.ink, 27),
  section: style('bold', 14, COLORS.accent),
  incident: style('bold', 11.5),
  body: style('regular', 9),
  strong: style('bold', 9),
  small: style('regular', 8, COLORS.quiet),
  time: style('regular', 9, COLORS.quiet),
  words: style('regular', 9, '#33475b'),
  head: style('bold', 7.5, COLORS.quiet),
  trouble: style('bold', 9, COLORS.red),
  amber: style('bold', 9, COLORS.amber),
  red: style('bold', 9, COLORS.red),
  furniture: style('regular', 7, COLORS.quiet),
  practice: style('bold', 9, COLORS.red),
} as const satisfies Readonly<Record<string, TextStyle>>;

export type StyleName = keyof typeof STYLES;

/** Points. */
export const PAGE = { side: 46, top: 54, bottom: 58 } as const;
