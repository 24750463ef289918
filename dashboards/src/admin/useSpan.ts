import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/useFormats';

/** From when until when something holds, in words; both days belong to it. */
export function useSpan(): (from: string | null, to: string | null) => string {
  const { t } = useTranslation();
  const { date } = useFormats();
  return (from, to) => {
    if (from && to) return t('admin.span', { from: date(from), to: date(to) });
    if (from) return t('admin.fromDay', { from: date(from) });
    return to ? t('admin.toDay', { to: date(to) }) : t('admin.always');
  };
}
