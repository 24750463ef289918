import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../api/client';
import { useFormats } from '../../format/useFormats';
import { useLabels } from '../../format/useLabels';
import { DataTable, type Column } from '../../parts/DataTable';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { registryQuery, type Table } from '../api';
import { More } from '../../parts/More';
import { useSpan } from '../useSpan';

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
      <DataTable
        label={t(`admin.tables.${table}`)}
        rows={rows}
        columns={columns}
        keyOf={(_, place) => place}
        narrow="lines"
        className="admin-table"
        testId="registry-table"
        rowTestId="registry-row"
      />
      <More shown={rows.length} query={registry} />
    </div>
  );
}

function useColumns(table: Searched): Column<AnyRow>[] {
  const { t } = useTranslation();
  const { limit } = useFormats();
  const labels = useLabels();
  const span = useSpan();
  const number = (value: number | null) => (value === null ? '–' : limit(value));
  // Each table's rows are of one shape: the columns of a table are only ever given its own.
  const typed = <T extends Searched>(columns: Column<RowOf<T>>[]) => columns as Column<AnyRow>[];
  switch (table) {
    case 'people':
      return typed<'people'>([
        { title: t('admin.name'), of: (row) => <Link to={`/people/${row.personId}`}>{row.name}</Link> },
        { title: t('admin.ofAgency'), of: (row) => row.agencyCode },
        { title: t('admin.unit'), of: (row) => row.unit || '–' },
        { title: t('admin.kind'), of: (row) => labels.employmentType(row.employmentType) },
        { title: t('admin.position'), of: (row) => row.positionGroup || '–' },
        { title: t('admin.employed'), of: (row) => span(row.employedFrom, row.employedTo) },
      ]);
    case 'identifiers':
      return typed<'identifiers'>([
        { title: t('admin.identifier'), of: (row) => <code className="admin-table__code">{row.ifi}</code> },
        {
          title: t('admin.person'),
          of: (row) => (row.personName ? <Link to={`/people/${row.personId}`}>{row.personName}</Link> : t('admin.unknownPerson')),
        },
        { title: t('admin.valid'), of: (row) => span(row.validFrom, row.validTo) },
      ]);
    case 'activities':
      return typed<'activities'>([
        {
          title: t('admin.title'),
          of: (row) => (
            <>
              {row.title}
              <span className="admin-table__under">{row.activityIri}</span>
            </>
          ),
        },
        { title: t('admin.provider'), of: (row) => row.provider || '–' },
        { title: t('admin.form'), of: (row) => labels.form(row.form) },
        { title: t('admin.jp'), of: (row) => number(row.jp), look: 'right' },
        { title: t('admin.units'), of: (row) => number(row.units), look: 'right' },
        { title: t('admin.level'), of: (row) => labels.level(row.level) },
        { title: t('admin.competencies'), of: (row) => row.competencies.join(', ') || '–' },
        { title: t('admin.valid'), of: (row) => span(row.validFrom, row.validTo) },
      ]);
    case 'competencies':
      return typed<'competencies'>([
        { title: t('admin.name'), of: (row) => labels.competency(row.code, row.name) },
        { title: t('admin.code'), of: (row) => row.code },
        { title: t('admin.family'), of: (row) => row.family || '–' },
      ]);
  }
}
