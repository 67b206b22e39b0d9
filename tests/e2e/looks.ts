import type { Page } from 'playwright-core';

/** Each two of size, theme and language meet once: what one of them breaks shows beside every other. */
export const LOOKS = [
  { width: 1440, height: 900, language: 'en', theme: 'dark' },
  { width: 1024, height: 768, language: 'es', theme: 'light' },
  { width: 1440, height: 900, language: 'es', theme: 'light' },
  { width: 1024, height: 768, language: 'en', theme: 'dark' },
] as const;
export type Look = (typeof LOOKS)[number];

/** The window in a look, loaded anew. */
export async function takeOn(page: Page, { width, height, language, theme }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    (preferred) => localStorage.setItem('nightdesk.preferences', JSON.stringify({ ...preferred, hasLetterKeys: true })),
    { theme, language },
  );
  await page.reload();
  await page.locator('main.screen').waitFor();
}
