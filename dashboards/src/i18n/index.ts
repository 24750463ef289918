import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { id } from './id';

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

const StorageKey = 'lrs.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof id };
    returnNull: false;
  }
}

/** A chunk each: nobody waits for the texts of a language they do not read. */
const texts: Record<Language, () => Promise<typeof id>> = {
  id: async () => (await import('./id')).id,
  en: async () => (await import('./en')).en,
};

export async function startTranslations(): Promise<void> {
  const language = rememberedLanguage();
  await i18next.use(initReactI18next).init({
    resources: { [language]: { translation: await texts[language]() } },
    lng: language,
    // Both languages have every text: the compiler and a test see to it.
    fallbackLng: false,
    supportedLngs: languages,
    interpolation: { escapeValue: false },
  });
  setDocumentLanguage(i18next.language);
  i18next.on('languageChanged', setDocumentLanguage);
}

export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(StorageKey, language);
  } catch {
    // Storage may be forbidden: the choice then lasts until the page is left.
  }
  try {
    if (!i18next.hasResourceBundle(language, 'translation')) i18next.addResourceBundle(language, 'translation', await texts[language]());
    await i18next.changeLanguage(language);
  } catch {
    // The texts of these pages are gone: newer ones have been put in their place.
    window.location.reload();
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
