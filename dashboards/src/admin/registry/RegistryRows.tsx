import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../api/client';
import { useFormats } from '../../format/useFormats';
import { useLabels } from '../../format/useLabels';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { registryQuery, type Table } from '../api';
import { More } from '../More';

type Searched = Exclude<Table, 'agencies'>;
type RowOf<T extends Searched> = Answer<`POST /registry/${T}/search`>['rows'][number];
type AnyRow = RowOf<Searched>;

/** A page of a table after the other, as search and file find it. */
export function RegistryRows({ table, search }: { table: Searched; search: string }) {
  const { t } = useTranslation();
  const columns = useColumns(table);
  const registry = useInfiniteQuery(registryQuery(table, search));
  if (!registry.data)
    return registry.isError ? <Failure error={registry.error} onRetry={() => void registry.refetch()} /> : <Loading what="admin" minHeight="40dvh" />;
  const rows = registry.data.pages.flatMap((page): AnyRow[] => page.rows);
  if (rows.length === 0) return <p className="empty">{t('admin.none')}</p>;
  return (
    <div className={registry.isPlaceholderData ? 'is-previous' : undefined}>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t(`admin.tables.${table}`)}>
        <table className="table admin-table" data-testid="registry-table">
          <thead>
            <tr>
              {columns.map(({ name, isNumber }) => (
                <th key={name} scope="col" className={isNumber ? 'right' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={place} data-testid="registry-row">
                {columns.map(({ name, of, isNumber }, column) =>
                  column === 0 ? (
                    <th key={name} scope="row">
                      {of(row)}
                    </th>
                  ) : (
                    <td key={name} className={isNumber ? 'right' : undefined}>
                      {of(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More shown={rows.length} query={registry} />
    </div>
  );
}

interface Column {
  name: string;
  of: (row: AnyRow) => ReactNode;
  isNumber?: boolean;
}

function useColumns(table: Searched): Column[] {
  const { t } = useTranslation();
  const { date, limit } = useFormats();
  const labels = useLabels();
  const span = (from: string | null, to: string | null) =>
    from && to
      ? t('admin.span', { from: date(from), to: date(to) })
      : from
        ? t('admin.fromDay', { from: date(from) })
        : to
          ? t('admin.toDay', { to: date(to) })
          : t('admin.always');
  const number = (value: number | null) => (value === null ? '–' : limit(value));
  // Each table's rows are of one shape: the columns of a table are only ever given its own.
  const typed = <T extends Searched>(columns: { name: string; of: (row: RowOf<T>) => ReactNode; isNumber?: boolean }[]) => columns as Column[];
  switch (table) {
    case 'people':
      return typed<'people'>([
        { name: t('admin.name'), of: (row) => <Link to={`/people/${row.personId}`}>{row.name}</Link> },
        { name: t('admin.ofAgency'), of: (row) => row.agencyCode },
        { name: t('admin.unit'), of: (row) => row.unit || '–' },
        { name: t('admin.kind'), of: (row) => labels.employmentType(row.employmentType) },
        { name: t('admin.position'), of: (row) => row.positionGroup || '–' },
        { name: t('admin.employed'), of: (row) => span(row.employedFrom, row.employedTo) },
      ]);
    case 'identifiers':
      return typed<'identifiers'>([
        { name: t('admin.identifier'), of: (row) => <code className="admin-table__code">{row.ifi}</code> },
        {
          name: t('admin.person'),
          of: (row) => (row.personName ? <Link to={`/people/${row.personId}`}>{row.personName}</Link> : t('admin.unknownPerson')),
        },
        { name: t('admin.valid'), of: (row) => span(row.validFrom, row.validTo) },
      ]);
    case 'activities':
      return typed<'activities'>([
        {
          name: t('admin.title'),
          of: (row) => (
            <>
              {row.title}
              <span className="admin-table__under">{row.activityIri}</span>
            </>
          ),
        },
        { name: t('admin.provider'), of: (row) => row.provider || '–' },
        { name: t('admin.form'), of: (row) => labels.form(row.form) },
        { name: t('admin.jp'), of: (row) => number(row.jp), isNumber: true },
        { name: t('admin.units'), of: (row) => number(row.units), isNumber: true },
        { name: t('admin.level'), of: (row) => labels.level(row.level) },
        { name: t('admin.competencies'), of: (row) => row.competencies.join(', ') || '–' },
        { name: t('admin.valid'), of: (row) => span(row.validFrom, row.validTo) },
      ]);
    case 'competencies':
      return typed<'competencies'>([
        { name: t('admin.name'), of: (row) => labels.competency(row.code, row.name) },
        { name: t('admin.code'), of: (row) => row.code },
        { name: t('admin.family'), of: (row) => row.family || '–' },
      ]);
  }
}
