import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { agenciesQuery } from '../../api/compliance';
import { useFormats } from '../../format/useFormats';
import { useLabels } from '../../format/useLabels';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { More } from '../More';

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
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('admin.tables.agencies')}>
        <table className="table admin-table" data-testid="registry-table">
          <thead>
            <tr>
              {(['name', 'kind', 'parent', 'province', 'timezone'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`admin.${column}`)}
                </th>
              ))}
              <th scope="col" className="right">
                {t('admin.people')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((agency) => (
              <tr key={agency.code} data-testid="registry-row">
                <th scope="row">
                  <Link to={`/agencies/${encodeURIComponent(agency.code)}`}>{agency.name}</Link>
                  <span className="admin-table__under">{agency.code}</span>
                </th>
                <td>{agencyKind(agency.kind)}</td>
                <td>{agency.parentCode ?? '–'}</td>
                <td>{agency.provinceCode ?? '–'}</td>
                <td>{agency.timezone}</td>
                <td className="right">{count(agency.people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More
        shown={shown.length}
        query={{ hasNextPage: shown.length < found.length, isFetchingNextPage: false, fetchNextPage: () => setRoom(room + AtOnce) }}
      />
    </>
  );
}
