import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { id } from './id';

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

const StorageKey = 'lrs.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof id };
    returnNull: false;
  }
}

export function startTranslations(): void {
  void i18next.use(initReactI18next).init({
    resources: { id: { translation: id }, en: { translation: en } },
    lng: rememberedLanguage(),
    fallbackLng: 'id',
    supportedLngs: languages,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  setDocumentLanguage(i18next.language);
  i18next.on('languageChanged', setDocumentLanguage);
}

export function chooseLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  try {
    localStorage.setItem(StorageKey, language);
  } catch {
    // Storage may be forbidden: the choice then lasts until the page is left.
  }
}

function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(StorageKey) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}

function setDocumentLanguage(language: string): void {
  document.documentElement.lang = language;
}
