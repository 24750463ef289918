import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The open ring: the year's hours on their way to the minimum. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <Link to="/" className="brand">
      <svg
        viewBox="0 0 32 32"
        width="24"
        height="24"
        fill="none"
        strokeWidth="5"
        strokeLinecap="round"
        stroke="currentColor"
        aria-hidden="true"
      >
        <circle cx="16" cy="16" r="12" strokeOpacity="0.22" />
        <path d="M16 4a12 12 0 1 1-11.4 8.3" />
      </svg>
      <span>{t('product')}</span>
    </Link>
  );
}
