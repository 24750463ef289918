import './agency.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { agencyQuery } from '../api/compliance';
import { Breakdown } from '../aggregate/Breakdown';
import { Freshness } from '../aggregate/Freshness';
import { Overview } from '../aggregate/Overview';
import { StaleNotice } from '../aggregate/StaleNotice';
import { useLabels } from '../format/useLabels';
import { Later } from '../parts/Later';
import { useRememberedAddress } from '../parts/useAddress';
import { useYear, YearSelect } from '../parts/YearSelect';
import { TrendSection } from '../progress/TrendSection';
import { usePrefetchDays } from '../progress/usePrefetchDays';
import { ReportsSection } from '../reports/ReportsSection';
import { SchedulesSection } from '../reports/SchedulesSection';
import { useSession } from '../session/SessionContext';
import { Failure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { ManualSection } from './ManualSection';
import { PeopleSection } from './PeopleSection';
import { UnitsSection } from './UnitsSection';
import { UnresolvedSection } from './UnresolvedSection';

export function AgencyPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  useRememberedAddress(`agency.${code}`);
  const labels = useLabels();
  const year = useYear();
  const agency = useQuery(agencyQuery(code, year));
  usePrefetchDays(code, year);
  const { data } = agency;
  if (!data && agency.isError) return <Failure error={agency.error} onRetry={() => void agency.refetch()} thing="agency" />;
  if (!data) return <Loading what="compliance" minHeight="60dvh" />;

  return (
    <>
      <title>{`${data.name} ${year} · ${t('product')}`}</title>
      <div className="page-head">
        <div className="page-head__title">
          <Crumbs />
          <h1>{data.name}</h1>
          <p className="page-head__about">{[labels.agencyKind(data.kind), code].filter(Boolean).join(' · ')}</p>
        </div>
        <div className="page-head__tools">
          <Freshness computedAt={data.computedAt} />
          <YearSelect />
        </div>
      </div>
      <div className={agency.isPlaceholderData ? 'is-previous' : undefined} aria-busy={agency.isPlaceholderData}>
        {data.people === 0 ? (
          <p className="empty">{t('overview.noPeople', { year: data.year })}</p>
        ) : (
          <>
            <Overview figures={data} code={code} />
            <TrendSection code={code} year={data.year} />
            <PeopleSection key={code} code={code} year={year} figures={data} />
          </>
        )}
        <Later>
          {data.people > 0 && (
            <>
              <UnitsSection code={code} year={data.year} />
              <Breakdown figures={data} code={code} />
            </>
          )}
          <UnresolvedSection key={code} code={code} year={year} />
          <ManualSection key={`${code} ${year} manual`} code={code} year={year} />
          <ReportsSection key={`${code} ${year}`} whose={{ agencyCode: code }} year={year} />
          <SchedulesSection key={`${code} schedules`} whose={{ agencyCode: code }} year={year} />
        </Later>
      </div>
      <StaleNotice isStale={agency.isError} since={agency.dataUpdatedAt} />
    </>
  );
}

function Crumbs() {
  const { t } = useTranslation();
  if (useSession().role !== 'lan') return null;
  return (
    <nav aria-label={t('nav.breadcrumb')} className="no-print">
      <ol className="crumbs">
        <li>
          <Link to="/">{t('nav.nation')}</Link>
        </li>
      </ol>
    </nav>
  );
}
