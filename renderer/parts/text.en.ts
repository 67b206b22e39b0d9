/** What the parts of several screens say themselves. */
export const parts = {
  undo: 'Undo',
} as const;
