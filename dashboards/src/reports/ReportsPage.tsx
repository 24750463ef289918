import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { useYear, YearSelect } from '../parts/YearSelect';
import { useSession } from '../session/SessionContext';
import { Failure } from '../shell/Failure';
import { ReportsSection } from './ReportsSection';
import { SchedulesSection } from './SchedulesSection';

const Nation = {};

/** The nation's reports, and when those of it, of every agency and of every platform make themselves: for LAN. */
export function ReportsPage() {
  const { t } = useTranslation();
  const year = useYear();
  if (useSession().role !== 'lan') return <Failure error={new ApiError(403)} onRetry={() => undefined} />;
  return (
    <>
      <title>{`${t('reports.pageTitle')} ${year} · ${t('product')}`}</title>
      <div className="page-head">
        <div className="page-head__title">
          <h1>{t('reports.pageTitle')}</h1>
          <p className="page-head__about">{t('reports.pageLead')}</p>
        </div>
        <div className="page-head__tools">
          <YearSelect />
        </div>
      </div>
      <ReportsSection key={year} whose={Nation} year={year} />
      <SchedulesSection whose={Nation} year={year} />
    </>
  );
}
