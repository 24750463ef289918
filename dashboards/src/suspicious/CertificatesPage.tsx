import './suspicious.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '../api/client';
import type { SharedCertificate } from '../api/contract';
import { sharedCertificatesQuery } from '../api/suspicious';
import { useFormats } from '../format/useFormats';
import { DataTable, type Column } from '../parts/DataTable';
import { More } from '../parts/More';
import { Section } from '../parts/Section';
import { useSession } from '../session/SessionContext';
import { Failure } from '../shell/Failure';
import { Loading } from '../shell/Loading';

const Few = 25;

/** Certificate numbers by which different people claim learning: for LAN all, for an agency those of its own people. */
export function CertificatesPage() {
  const { t } = useTranslation();
  const { role } = useSession();
  const isAllowed = role === 'lan' || role === 'agency';
  const certificates = useQuery({ ...sharedCertificatesQuery, enabled: isAllowed });
  const { data } = certificates;
  if (!isAllowed) return <Failure error={new ApiError(403)} onRetry={() => undefined} />;
  if (!data && certificates.isError) return <Failure error={certificates.error} onRetry={() => void certificates.refetch()} />;
  return (
    <>
      <title>{`${t('suspicious.title')} · ${t('product')}`}</title>
      <div className="page-head">
        <div className="page-head__title">
          <h1>{t('suspicious.title')}</h1>
          <p className="page-head__about">{t('suspicious.lead')}</p>
        </div>
      </div>
      {!data ? (
        <Loading what="certificates" minHeight="60dvh" />
      ) : data.length === 0 ? (
        <p className="empty" data-testid="certificates-none">
          {t(role === 'lan' ? 'suspicious.none' : 'suspicious.noneOwn')}
        </p>
      ) : (
        <CertificateList certificates={data} isOwn={role === 'agency'} />
      )}
    </>
  );
}

function CertificateList({ certificates, isOwn }: { certificates: SharedCertificate[]; isOwn: boolean }) {
  const { t } = useTranslation();
  const { count, date } = useFormats();
  const [shown, setShown] = useState(Few);
  const [search, setSearch] = useState('');
  const found = certificates.filter((one) => matches(one, search));
  const columns: Column<SharedCertificate>[] = [
    { title: t('suspicious.number'), of: ({ certificateNumber }) => <span className="certificate__number">{certificateNumber}</span> },
    { title: t(isOwn ? 'suspicious.whoOwn' : 'suspicious.who'), of: (one) => <Holders certificate={one} isOwn={isOwn} /> },
    { title: t('suspicious.platforms'), of: ({ providers }) => providers.filter(Boolean).join(', ') || '–' },
    {
      title: t('suspicious.days'),
      of: ({ firstDay, lastDay }) => (firstDay === lastDay ? date(firstDay) : `${date(firstDay)} – ${date(lastDay)}`),
      look: 'number',
    },
    { title: t('suspicious.people'), of: (one) => count(one.people), look: 'right' },
  ];
  return (
    <Section
      title={t('suspicious.list')}
      lead={t('suspicious.listLead')}
      testId="certificates"
      csv={{
        file: t('suspicious.file'),
        rows: () => [
          (['number', 'people', 'who', 'platforms', 'firstDay', 'lastDay'] as const).map((column) => t(`suspicious.${column}`)),
          ...found.map((one) => [
            one.certificateNumber,
            one.people,
            one.holders.map(({ name }) => name).join('; '),
            one.providers.join('; '),
            one.firstDay,
            one.lastDay,
          ]),
        ],
      }}
    >
      <div className="filters no-print" role="search">
        <input
          type="search"
          aria-label={t('suspicious.search')}
          placeholder={t('suspicious.searchHint')}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setShown(Few);
          }}
          data-testid="certificate-search"
        />
        <p className="quiet filters__count number" role="status">
          {t('suspicious.found', { count: found.length, found: count(found.length) })}
        </p>
      </div>
      {found.length === 0 && <p className="empty">{t('suspicious.noneFound')}</p>}
      {found.length > 0 && (
        <DataTable
          label={t('suspicious.list')}
          rows={found.slice(0, shown)}
          columns={columns}
          keyOf={({ certificateNumber }) => certificateNumber}
          narrow="lines"
          className="certificates-table"
          testId="certificates-table"
          rowTestId="certificate-row"
        />
      )}
      {found.length > Few && (
        <More
          shown={Math.min(shown, found.length)}
          query={{ hasNextPage: shown < found.length, isFetchingNextPage: false, fetchNextPage: () => setShown(shown + Few) }}
        />
      )}
    </Section>
  );
}

/** Some of them, each with their record; an agency is told how many are others'. */
function Holders({ certificate, isOwn }: { certificate: SharedCertificate; isOwn: boolean }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const others = certificate.people - certificate.holders.length;
  return (
    <ul className="certificate__holders">
      {certificate.holders.map(({ personId, name, agencyCode }) => (
        <li key={personId}>
          <Link to={`/people/${personId}?year=${certificate.lastDay.slice(0, 4)}`}>{name}</Link>
          {!isOwn && <span className="quiet"> {agencyCode}</span>}
        </li>
      ))}
      {others > 0 && <li className="quiet">{t('suspicious.others', { count: others, shown: count(others) })}</li>}
    </ul>
  );
}

/** By a part of the number, a name, an agency or a platform. */
function matches({ certificateNumber, holders, providers }: SharedCertificate, search: string): boolean {
  const texts = [certificateNumber, ...providers, ...holders.flatMap(({ name, agencyCode }) => [name, agencyCode])];
  const wanted = search.trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
