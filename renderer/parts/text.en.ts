/** What the parts of several screens say themselves. */
export const parts = {
  undo: 'Undo',
  time: 'By the 24-hour clock, like 17:30.',
} as const;
