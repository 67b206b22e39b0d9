/** What the parts of several screens say themselves. */
export const parts = {
  undo: 'Undo',
  time: 'By the 24-hour clock, like 17:30.',
  card: { advice: 'To say while help is on its way', photos: 'Photos wanted', identity: 'Whom to let in' },
} as const;
