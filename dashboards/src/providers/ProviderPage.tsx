import './providers.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { StaleNotice } from '../aggregate/StaleNotice';
import type { ProviderIntake } from '../api/contract';
import { intakeQuery } from '../api/providers';
import { useFormats } from '../format/useFormats';
import { useSession } from '../session/SessionContext';
import { Failure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { ActivitiesSection } from './ActivitiesSection';
import { CredentialsSection } from './CredentialsSection';
import { DaysSection } from './DaysSection';
import { DeliverySection } from './DeliverySection';
import { rateOf, totalsOf } from './intake';
import { ReasonsSection } from './ReasonsSection';
import { TestSection } from './TestSection';
import { UnknownSections } from './UnknownSections';

/** A platform's own page: what came from it, what became of it, and its credentials. */
export function ProviderPage() {
  const { t } = useTranslation();
  const { role } = useSession();
  const provider = useParams().provider ?? '';
  const intake = useQuery(intakeQuery(provider));
  const { data } = intake;
  if (!data && intake.isError) return <Failure error={intake.error} onRetry={() => void intake.refetch()} />;

  return (
    <>
      <title>{`${t('intake.title', { provider })} · ${t('product')}`}</title>
      <div className="page-head">
        <div className="page-head__title">
          {role === 'lan' && (
            <nav aria-label={t('nav.breadcrumb')}>
              <ol className="crumbs">
                <li>
                  <Link to="/providers">{t('intake.listTitle')}</Link>
                </li>
                <li aria-current="page">{provider}</li>
              </ol>
            </nav>
          )}
          <h1>{t('intake.title', { provider })}</h1>
          <p className="page-head__about">{t('intake.lead')}</p>
        </div>
        {role === 'vendor' && (
          <div className="page-head__tools">
            <Link to="/">{t('intake.howTo')}</Link>
          </div>
        )}
      </div>
      {data ? (
        <>
          <Figures intake={data} />
          <DaysSection days={data.days} provider={provider} />
          <ReasonsSection reasons={data.reasons} recent={data.recent} />
          <UnknownSections learners={data.unknownLearners} activities={data.unknownActivities} />
        </>
      ) : (
        <Loading what="intake" minHeight="40dvh" />
      )}
      <ActivitiesSection provider={provider} />
      <DeliverySection provider={provider} />
      <CredentialsSection provider={provider} />
      <TestSection provider={provider} />
      <StaleNotice isStale={!!data && intake.isError} since={intake.dataUpdatedAt} />
    </>
  );
}

function Figures({ intake }: { intake: ProviderIntake }) {
  const { t } = useTranslation();
  const { count, dateTime, jp } = useFormats();
  const totals = totalsOf(intake.days);
  const rate = rateOf(intake.perMinute);
  const figures = [
    ['lastStatement', intake.lastStatementAt ? dateTime(intake.lastStatementAt) : t('intake.never')],
    ['rate', rate === null ? t('intake.silent') : t('intake.perMinute', { rate: jp(rate) })],
    ['accepted30', count(totals.accepted)],
    ['refused30', count(totals.refusedRequests)],
    ['notRecognised30', count(totals.notRecognised)],
  ] as const;
  return (
    <dl className="intake-figures" data-testid="intake-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`intake.${name}`)}</dt>
          <dd data-testid={`figure-${name}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
