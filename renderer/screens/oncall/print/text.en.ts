/** What only stands on paper. */
export const printing = {
  made: 'made {{time}} by {{name}}; what changed since is not on this page',
  numbers: 'Numbers',
  gaps: 'Nobody is on',
  moreGaps: 'and {{count}} more: see the screen',
} as const;
