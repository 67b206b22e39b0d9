/** Texts of the screen. */
export const report = { title: 'New report' } as const;
