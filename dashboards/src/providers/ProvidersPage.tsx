import './providers.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StaleNotice } from '../aggregate/StaleNotice';
import type { ProviderSummary } from '../api/contract';
import { providersQuery } from '../api/providers';
import { useFormats } from '../format/useFormats';
import { Failure } from '../shell/Failure';
import { Loading } from '../shell/Loading';

/** Every platform: who is sending, and whose requests are refused. */
export function ProvidersPage() {
  const { t } = useTranslation();
  const providers = useQuery(providersQuery);
  const { data } = providers;
  if (!data && providers.isError) return <Failure error={providers.error} onRetry={() => void providers.refetch()} />;

  return (
    <>
      <title>{`${t('intake.listTitle')} · ${t('product')}`}</title>
      <div className="page-head">
        <div className="page-head__title">
          <h1>{t('intake.listTitle')}</h1>
          <p className="page-head__about">{t('intake.listLead')}</p>
        </div>
      </div>
      {!data ? (
        <Loading what="platforms" minHeight="60dvh" />
      ) : data.length === 0 ? (
        <p className="empty">{t('intake.none')}</p>
      ) : (
        <ProviderTable providers={data} />
      )}
      <StaleNotice isStale={!!data && providers.isError} since={providers.dataUpdatedAt} />
    </>
  );
}

function ProviderTable({ providers }: { providers: ProviderSummary[] }) {
  const { t } = useTranslation();
  const { count, dateTime } = useFormats();
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('intake.listTitle')}>
      <table className="table" data-testid="providers-table">
        <thead>
          <tr>
            <th scope="col">{t('intake.provider')}</th>
            <th scope="col">{t('intake.lastStatement')}</th>
            {(['lastHour', 'accepted30', 'refused30', 'validCredentials'] as const).map((column) => (
              <th key={column} scope="col" className="right">
                {t(`intake.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {providers.map((provider) => (
            <tr key={provider.provider} data-testid="provider-row">
              <th scope="row">
                <Link to={`/providers/${encodeURIComponent(provider.provider)}`}>{provider.provider}</Link>
              </th>
              <td className="number">{provider.lastStatementAt ? dateTime(provider.lastStatementAt) : t('intake.noneInSpan')}</td>
              <td className="right">{count(provider.lastHour)}</td>
              <td className="right">{count(provider.accepted)}</td>
              <td className="right">{count(provider.refusedRequests)}</td>
              <td className="right">{count(provider.credentials)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
