import i18next from 'i18next';
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

/** `t` for texts by key, `language` for what the core sends in both, `pick` to choose from such a pair. */
export function useText() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'es' ? 'es' : 'en';
  return { t, language, pick: (both: BothLanguages) => both[language] };
}

/** The texts outside React: announcements, notices. */
export const text = i18next.t.bind(i18next);
