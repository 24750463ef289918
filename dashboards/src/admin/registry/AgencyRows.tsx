import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { agenciesQuery } from '../../api/compliance';
import type { Agency } from '../../api/types';
import { useFormats } from '../../format/useFormats';
import { useLabels } from '../../format/useLabels';
import { provinceNames } from '../../nation/provinces';
import { DataTable, type Column } from '../../parts/DataTable';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { More } from '../../parts/More';

const AtOnce = 100;

/** The agencies are few enough to come together. */
export function AgencyRows({ search }: { search: string }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { agencyKind } = useLabels();
  const [room, setRoom] = useState(AtOnce);
  const agencies = useQuery(agenciesQuery);
  if (!agencies.data)
    return agencies.isError ? <Failure error={agencies.error} onRetry={() => void agencies.refetch()} /> : <Loading what="admin" minHeight="40dvh" />;
  const text = search.toLocaleLowerCase();
  const found = agencies.data.filter(({ code, name }) => `${code} ${name}`.toLocaleLowerCase().includes(text));
  if (found.length === 0) return <p className="empty">{t('admin.none')}</p>;
  const shown = found.slice(0, room);
  const columns: Column<Agency>[] = [
    { title: t('admin.name'), of: (agency) => <AgencyName agency={agency} /> },
    { title: t('admin.kind'), of: ({ kind }) => agencyKind(kind) },
    { title: t('admin.parent'), of: ({ parentCode }) => parentCode ?? '–' },
    { title: t('admin.province'), of: ({ provinceCode }) => (provinceCode ? (provinceNames[provinceCode] ?? provinceCode) : '–') },
    { title: t('admin.timezone'), of: ({ timezone }) => timezone },
    { title: t('admin.people'), of: ({ people }) => count(people), look: 'right' },
  ];
  return (
    <>
      <DataTable
        label={t('admin.tables.agencies')}
        rows={shown}
        columns={columns}
        keyOf={({ code }) => code}
        narrow="lines"
        className="admin-table"
        testId="registry-table"
        rowTestId="registry-row"
      />
      <More
        shown={shown.length}
        query={{ hasNextPage: shown.length < found.length, isFetchingNextPage: false, fetchNextPage: () => setRoom(room + AtOnce) }}
      />
    </>
  );
}

function AgencyName({ agency: { code, name } }: { agency: Agency }) {
  return (
    <>
      <Link to={`/agencies/${encodeURIComponent(code)}`}>{name}</Link>
      <span className="admin-table__under">{code}</span>
    </>
  );
}
