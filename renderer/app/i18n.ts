import i18next, { type TFunction } from 'i18next';
import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { BothLanguages, Language } from '#shared/contract';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';
import { pseudoTree } from './locales/pseudo.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Whether the address asks for the made-up long language that shows cut and untranslated texts. */
const isPseudo = () => typeof location !== 'undefined' && new URLSearchParams(location.search).get('lang') === 'pseudo';

/** Readies the texts. They are part of the bundle, so this ends at once. */
export function startTexts(): void {
  const pseudo = pseudoTree(en);
  void i18next.use(initReactI18next).init({
    lng: isPseudo() ? 'pseudo' : 'en',
    fallbackLng: false,
    resources: { en: { translation: en }, es: { translation: es }, pseudo: { translation: pseudo } },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
}

/** Shows the console in a language; the made-up one stays where it was asked for. */
export function speak(language: Language): void {
  if (isPseudo()) return;
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

type Texts = {
  readonly t: TFunction<'translation'>;
  readonly language: Language;
  readonly pick: (both: BothLanguages) => string;
};

const TextContext = createContext<Texts | null>(null);

/**
 * Gives the texts to everything inside. `useTranslation` costs an effect and a listener per use; a queue that scrolls
 * mounts hundreds of cells a second, so it is used here once.
 */
export function TextProvider({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'es' ? 'es' : 'en';
  const value = useMemo(() => ({ t, language, pick: (both: BothLanguages) => both[language] }), [t, language]);
  return createElement(TextContext, { value }, children);
}

/** `t` for texts by key, `language` for what the core sends in both, `pick` to choose from such a pair. */
export function useText(): Texts {
  const texts = useContext(TextContext);
  if (!texts) throw new Error('useText outside of TextProvider');
  return texts;
}

/** The language the window speaks, outside React. */
export function spoken(): Language {
  return i18next.language === 'es' ? 'es' : 'en';
}

/** The texts outside React: announcements, notices. */
export const text = i18next.t.bind(i18next);
