import { initialsOf, shortName } from '../../../app/index.ts';

/** Room for the names of the grid, in widths of a letter at the size of the bars: with all panels, at 1024 px, on paper. */
const LETTERS = { wide: 158, narrow: 103, paper: 140 } as const;
export type BarRoom = keyof typeof LETTERS;
/** What the bar's own edges take of it. */
const EDGES = 1.2;
/** The letters of a mark are that much smaller. */
const MARK_LETTER = 0.85;

/**
 * The longest way of writing a name that a bar of `share` percent of the grid has room for: in full, `M. Chen`, `MC`; each
 * with the hour it begins at before it, where one is given and there is room for both. `mark` stands behind it, smaller.
 */
export function barLabel(name: string, share: number, room: BarRoom, hour = '', mark = ''): string {
  const letters = (share / 100) * LETTERS[room] - EDGES - mark.length * MARK_LETTER;
  const names = [name, shortName(name)];
  const labels = hour === '' ? names : [`${hour} ${name}`, `${hour} ${shortName(name)}`, ...names];
  return labels.find((label) => label.length <= letters) ?? initialsOf(name);
}
