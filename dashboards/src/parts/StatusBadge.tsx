import { useTranslation } from 'react-i18next';
import type { Status } from '../api/types';

export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation();
  return <span className={`badge badge--${status}`}>{t(`status.${status}`)}</span>;
}
