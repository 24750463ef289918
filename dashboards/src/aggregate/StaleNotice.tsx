import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/useFormats';

/** Figures stay on the page when a refresh fails; this says so, floating, so that nothing moves. */
export function StaleNotice({ isStale, since }: { isStale: boolean; since: number }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  return (
    <div role="status" className="stale no-print" data-testid="stale">
      {isStale && <p className="notice notice--bad">{t('freshness.stale', { time: time(since) })}</p>}
    </div>
  );
}
