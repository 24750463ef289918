import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

type What = 'session' | 'compliance' | 'people' | 'reports' | 'transcript' | 'chart' | 'map' | 'intake' | 'platforms' | 'credentials' | 'certificates' | 'admin';

/** Says what is being loaded, in the room the thing will take; not before a moment has passed, so that quick answers do not flicker. */
export function Loading({ what, isWholePage = false, minHeight }: { what: What; isWholePage?: boolean; minHeight?: string }) {
  const { t } = useTranslation();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={isWholePage ? 'loading loading--page' : 'loading'} role="status" style={{ minHeight }} data-testid="loading">
      <p className={isLate ? 'loading__words' : 'loading__words loading__words--early'}>
        {t('state.loading', { what: t(`state.what.${what}`) })}
      </p>
    </div>
  );
}
