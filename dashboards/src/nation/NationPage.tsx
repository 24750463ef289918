import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nationQuery } from '../api/queries';
import { Breakdown } from '../aggregate/Breakdown';
import { Freshness } from '../aggregate/Freshness';
import { Overview } from '../aggregate/Overview';
import { StaleNotice } from '../aggregate/StaleNotice';
import { useYear, YearSelect } from '../parts/YearSelect';
import { Failure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { AgenciesSection } from './AgenciesSection';

export function NationPage() {
  const { t } = useTranslation();
  const year = useYear();
  const nation = useQuery(nationQuery(year));
  const { data } = nation;
  if (!data && nation.isError) return <Failure error={nation.error} onRetry={() => void nation.refetch()} />;

  return (
    <>
      <title>{`${t('nation.title')} ${year} · ${t('product')}`}</title>
      <div className="page-head">
        <div className="page-head__title">
          <h1>{t('nation.title')}</h1>
          <p className="page-head__about">{t('nation.lead')}</p>
        </div>
        <div className="page-head__tools">
          {data && <Freshness computedAt={data.computedAt} />}
          <YearSelect />
        </div>
      </div>
      {data ? (
        <div className={nation.isPlaceholderData ? 'is-previous' : undefined} aria-busy={nation.isPlaceholderData}>
          {data.people === 0 ? (
            <p className="empty">{t('overview.noPeople', { year: data.year })}</p>
          ) : (
            <>
              <Overview figures={data} agencies={data.agencies.length} />
              <Breakdown figures={data} code="nasional">
                <AgenciesSection agencies={data.agencies} year={year} />
              </Breakdown>
            </>
          )}
        </div>
      ) : (
        <Loading what="compliance" minHeight="60dvh" />
      )}
      <StaleNotice isStale={!!data && nation.isError} since={nation.dataUpdatedAt} />
    </>
  );
}
