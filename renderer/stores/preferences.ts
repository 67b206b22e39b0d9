import { create } from 'zustand';
import type { Language } from '#shared/contract';

/** How this window likes to look; kept in the window, no business of the core. */
export type Preferences = {
  readonly theme: 'dark' | 'light';
  /** Null follows whoever is signed in. */
  readonly language: Language | null;
  /** Single letters act outside text fields. */
  readonly hasLetterKeys: boolean;
  /** The queue stands by property; otherwise by need alone. */
  readonly isByProperty: boolean;
};

const KEY = 'nightdesk.preferences';
const DEFAULTS: Preferences = { theme: 'dark', language: null, hasLetterKeys: true, isByProperty: false };

/** Reads what was stored; anything unexpected counts as never set. */
export function readPreferences(stored: string | null): Preferences {
  if (stored === null) return DEFAULTS;
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored);
  } catch {
    return DEFAULTS;
  }
  if (typeof parsed !== 'object' || parsed === null) return DEFAULTS;
  const value = parsed as Record<string, unknown>; // checked field by field below
  return {
    theme: value.theme === 'light' ? 'light' : 'dark',
    language: value.language === 'en' || value.language === 'es' ? value.language : null,
    hasLetterKeys: value.hasLetterKeys !== false,
    isByProperty: value.isByProperty === true,
  };
}

const stored = () => (typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY));
export const usePreferences = create<Preferences>(() => readPreferences(stored()));

/** Changes some preferences and remembers them. */
export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  localStorage.setItem(KEY, JSON.stringify(usePreferences.getState()));
}
