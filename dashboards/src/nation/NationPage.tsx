import './nation.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nationQuery } from '../api/compliance';
import type { NationCompliance } from '../api/contract';
import { Breakdown } from '../aggregate/Breakdown';
import { Freshness } from '../aggregate/Freshness';
import { Overview } from '../aggregate/Overview';
import { StaleNotice } from '../aggregate/StaleNotice';
import { bringIntoView } from '../parts/bringIntoView';
import { Later } from '../parts/Later';
import { useRememberedAddress } from '../parts/useAddress';
import { useYear, YearSelect } from '../parts/YearSelect';
import { TrendSection } from '../progress/TrendSection';
import { usePrefetchDays } from '../progress/usePrefetchDays';
import { Failure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { AgenciesSection, Few } from './AgenciesSection';
import { HeatSection } from './HeatSection';
import { MapSection } from './MapSection';
import { ProvinceTable } from './ProvinceTable';
import { useAgencyFilter } from './useAgencyFilter';

/** How far is the nation today, where is it behind, is it getting better. */
export function NationPage() {
  const { t } = useTranslation();
  useRememberedAddress('nation');
  const year = useYear();
  const nation = useQuery(nationQuery(year));
  usePrefetchDays(null, year);
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
          {data.people === 0 ? <p className="empty">{t('overview.noPeople', { year: data.year })}</p> : <Figures nation={data} />}
        </div>
      ) : (
        <Loading what="compliance" minHeight="60dvh" />
      )}
      <StaleNotice isStale={!!data && nation.isError} since={nation.dataUpdatedAt} />
    </>
  );
}

function Figures({ nation }: { nation: NationCompliance }) {
  const filter = useAgencyFilter(nation.agencies);
  const choose = (province: string) => {
    filter.set('province', province === filter.province ? '' : province);
    // From the map, the agencies of the province are what one wants to see next.
    if (province) bringIntoView('agencies');
  };
  return (
    <>
      <Overview figures={nation} code={null} />
      <div className="columns">
        <TrendSection code={null} year={nation.year} span={5} />
        <MapSection nation={nation} chosen={filter.province} onChoose={choose} span={7} />
      </div>
      <div className="columns">
        <AgenciesSection nation={nation} filter={filter} span={8} />
        <ProvinceTable nation={nation} chosen={filter.province} onChoose={(province) => filter.set('province', province)} span={4} />
      </div>
      <Later>
        <HeatSection agencies={filter.isWhole ? filter.found : filter.found.slice(0, Few)} total={nation.agencies.length} year={nation.year} />
        <Breakdown figures={nation} code={null} />
      </Later>
    </>
  );
}
