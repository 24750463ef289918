import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '../i18n';

const Names = { id: 'Bahasa Indonesia', en: 'English' };

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div className="language-switch" role="group" aria-label={t('language')} data-testid="language-switch">
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          aria-label={`${language.toUpperCase()} ${Names[language]}`}
          title={Names[language]}
          onClick={() => void chooseLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
