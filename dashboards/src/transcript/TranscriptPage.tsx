import './transcript.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { apiPath } from '../api/client';
import { transcriptQuery } from '../api/people';
import type { Transcript } from '../api/types';
import { useLabels } from '../format/useLabels';
import { StatusBadge } from '../parts/StatusBadge';
import { useYear, YearSelect } from '../parts/YearSelect';
import { useSession } from '../session/SessionContext';
import { Failure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { CompetencySection } from './CompetencySection';
import { CreditsSection } from './CreditsSection';
import { Standing } from './Standing';

export function TranscriptPage() {
  const { personId = '' } = useParams();
  return <TranscriptOf personId={personId} isOwn={useSession().personId === personId} />;
}

/** Of anybody one may see, or one's own. */
export function TranscriptOf({ personId, isOwn }: { personId: string; isOwn: boolean }) {
  const { t } = useTranslation();
  const year = useYear();
  const transcript = useQuery(transcriptQuery(personId, year));
  const { data } = transcript;
  if (!data && transcript.isError) return <Failure error={transcript.error} onRetry={() => void transcript.refetch()} thing="person" />;
  if (!data) return <Loading what="transcript" minHeight="60dvh" />;

  return (
    <article className={transcript.isPlaceholderData ? 'is-previous' : undefined}>
      <title>{`${data.name} ${year} · ${t('product')}`}</title>
      <Head transcript={data} isOwn={isOwn} />
      <Standing transcript={data} />
      <div className="columns">
        <CreditsSection transcript={data} />
        <CompetencySection competencies={data.competencies} />
      </div>
      <p className="audited quiet">{t(isOwn ? 'transcript.auditedOwn' : 'transcript.audited')}</p>
    </article>
  );
}

function Head({ transcript, isOwn }: { transcript: Transcript; isOwn: boolean }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const isLan = useSession().role === 'lan';
  const { agencyCode, agencyName, employmentType, name, personId, status, year } = transcript;
  return (
    <div className="page-head">
      <div className="page-head__title">
        {!isOwn && (
          <nav aria-label={t('nav.breadcrumb')} className="no-print">
            <ol className="crumbs">
              {isLan && (
                <li>
                  <Link to={`/?year=${year}`}>{t('nav.nation')}</Link>
                </li>
              )}
              <li>
                <Link to={`/agencies/${encodeURIComponent(agencyCode)}?year=${year}`}>{agencyName}</Link>
              </li>
            </ol>
          </nav>
        )}
        <h1>{name}</h1>
        <p className="page-head__about transcript__about">
          <StatusBadge status={status} />
          <span>{labels.employmentType(employmentType)}</span>
          <span>{agencyName}</span>
        </p>
      </div>
      <div className="page-head__tools">
        <button className="button" type="button" onClick={() => window.print()} data-testid="print">
          {t('transcript.print')}
        </button>
        <a
          className="button"
          href={apiPath(`/people/${encodeURIComponent(personId)}/transcript.pdf`, { year })}
          data-testid="transcript-pdf"
          download
        >
          {t('transcript.pdf')}
        </a>
        <YearSelect />
      </div>
    </div>
  );
}
