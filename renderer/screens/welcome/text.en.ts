/** Texts of the screen. */
export const welcome = { title: 'Good evening' } as const;
