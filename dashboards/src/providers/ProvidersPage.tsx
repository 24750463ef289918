import './providers.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StaleNotice } from '../aggregate/StaleNotice';
import type { ProviderSummary } from '../api/contract';
import { providersQuery } from '../api/providers';
import { useFormats } from '../format/useFormats';
import { DataTable, type Column } from '../parts/DataTable';
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
  const columns: Column<ProviderSummary>[] = [
    { title: t('intake.provider'), of: ({ provider }) => <Link to={`/providers/${encodeURIComponent(provider)}`}>{provider}</Link> },
    { title: t('intake.lastStatement'), of: ({ lastStatementAt: at }) => (at ? dateTime(at) : t('intake.noneInSpan')), look: 'number' },
    { title: t('intake.lastHour'), of: ({ lastHour }) => count(lastHour), look: 'right' },
    { title: t('intake.accepted30'), of: ({ accepted }) => count(accepted), look: 'right' },
    { title: t('intake.refused30'), of: ({ refusedRequests }) => count(refusedRequests), look: 'right' },
    { title: t('intake.validCredentials'), of: ({ credentials }) => count(credentials), look: 'right' },
  ];
  return (
    <DataTable
      label={t('intake.listTitle')}
      rows={providers}
      columns={columns}
      keyOf={({ provider }) => provider}
      narrow="lines"
      testId="providers-table"
      rowTestId="provider-row"
    />
  );
}
