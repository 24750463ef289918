import { useTranslation } from 'react-i18next';
import type { Counts } from '../api/types';
import { useFormats } from '../format/useFormats';
import { Meter } from '../parts/Meter';
import { shareMet } from './share';

export function ShareCell({ counts }: { counts: Pick<Counts, 'met' | 'unmet'> }) {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const share = shareMet(counts);
  if (share === null) return <span className="quiet">{t('kinds.noMinimum')}</span>;
  return (
    <span className="share-cell">
      <Meter share={share} />
      <span>{percent(share)}</span>
    </span>
  );
}
