import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serviceNow } from '../api/client';
import { useFormats } from '../format/useFormats';
import { ageOf } from './age';

/** When the figures were computed, counting on by itself. */
export function Freshness({ computedAt }: { computedAt: string | null }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const [now, setNow] = useState(serviceNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serviceNow()), 1000);
    return () => clearInterval(timer);
  }, []);

  const age = computedAt ? ageOf(computedAt, now) : null;
  const words = () => {
    if (!age) return t('freshness.never');
    if ('count' in age) return t(`freshness.${age.unit}`, { count: age.count });
    return age.unit === 'now' ? t('freshness.now') : t('freshness.on', { date: dateTime(computedAt!) });
  };
  return (
    <p className="freshness number" data-testid="freshness">
      <span className="freshness__dot" aria-hidden="true" />
      <time dateTime={computedAt ?? undefined} className={computedAt ? 'no-print' : undefined}>
        {words()}
      </time>
      {/* On paper nothing counts on. */}
      {computedAt && <span className="print-only">{t('freshness.on', { date: dateTime(computedAt) })}</span>}
    </p>
  );
}
