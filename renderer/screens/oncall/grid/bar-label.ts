import { initialsOf, shortName } from '../../../app/index.ts';

/** Room for the names of the grid, in widths of a letter at the size of the bars: with all panels, and at 1024 px. */
const LETTERS = { wide: 158, narrow: 103 } as const;
/** What the bar's own edges take of it. */
const EDGES = 1.2;

/** The longest way of writing a name that a bar of `share` percent of the grid has room for: in full, `M. Chen`, `MC`. */
export function barLabel(name: string, share: number, isNarrow: boolean): string {
  const room = (share / 100) * LETTERS[isNarrow ? 'narrow' : 'wide'] - EDGES;
  return [name, shortName(name)].find((label) => label.length <= room) ?? initialsOf(name);
}
