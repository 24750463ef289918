import './reports.css';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, apiPath } from '../api/client';
import { kindsOf, reportsQuery, useMakeReports, type Whose } from '../api/reports';
import type { Report, ReportFormat } from '../api/types';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { DataTable, type Column } from '../parts/DataTable';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';

export const Formats: ReportFormat[] = ['csv', 'xlsx', 'pdf'];

/** What was reported of a year, to download, and another one now. */
export function ReportsSection({ whose, year, tools }: { whose: Whose; year: number; tools?: ReactNode }) {
  const { t } = useTranslation();
  const make = useMakeReports(whose, year);
  const reports = useQuery(reportsQuery(whose, year));
  const of = whose.agencyCode ? 'ofAgency' : whose.provider ? 'ofPlatform' : 'ofNation';
  const kinds = kindsOf(whose);
  const [kind, setKind] = useState(kinds[0]!);
  const [format, setFormat] = useState<ReportFormat>('csv');
  const labels = useLabels();

  return (
    <Section
      title={t(`reports.${of}`)}
      lead={t(`reports.${of}Lead`, { year })}
      testId="reports"
      tools={
        <div className="reports__order no-print">
          {tools}
          {kinds.length > 1 && (
            <Choice label={t('reports.kind')} value={kind} values={kinds} name={labels.reportKind} onChange={setKind} testId="reports-kind" />
          )}
          <Choice
            label={t('reports.format')}
            value={format}
            values={Formats}
            name={(value) => value.toUpperCase()}
            onChange={setFormat}
            testId="reports-format"
          />
          <button
            className="button button--small"
            type="button"
            onClick={() => make.mutate({ kind, format })}
            disabled={make.isPending}
            data-testid="reports-make"
          >
            {make.isPending ? t('reports.making') : t('reports.make')}
          </button>
        </div>
      }
    >
      <div role="status" className="said" data-testid="reports-status">
        {make.isPending && <p className="notice">{t('reports.accepted')}</p>}
        {make.isSuccess && <p className="notice notice--good">{t(`reports.${make.data}`)}</p>}
        {make.isError && <p className="notice notice--bad">{t(failureOf(make.error))}</p>}
      </div>
      {reports.isPending ? (
        <Loading what="reports" />
      ) : !reports.data ? (
        <PartFailure error={reports.error} onRetry={() => void reports.refetch()} />
      ) : reports.data.length === 0 ? (
        <p className="empty">{t('reports.none', { year })}</p>
      ) : (
        <ReportTable reports={reports.data} />
      )}
    </Section>
  );
}

function Choice<T extends string>({
  label,
  value,
  values,
  name,
  onChange,
  testId,
}: {
  label: string;
  value: T;
  values: readonly T[];
  name: (value: T) => string;
  onChange: (value: T) => void;
  testId: string;
}) {
  return (
    <label>
      <span className="visually-hidden">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as T)} data-testid={testId}>
        {values.map((one) => (
          <option key={one} value={one}>
            {name(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function failureOf(error: Error) {
  if (error instanceof ApiError && error.status === 403) return 'reports.forbidden';
  return error instanceof ApiError && error.isUnavailable ? 'reports.slow' : 'reports.failed';
}

function ReportTable({ reports }: { reports: Report[] }) {
  const { t } = useTranslation();
  const { bytes, dateTime } = useFormats();
  const labels = useLabels();
  const newest = [...reports].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const columns: Column<Report>[] = [
    {
      title: t('reports.kind'),
      of: ({ format, kind, fileName }) => (
        <>
          <span className="format">{format.toUpperCase()}</span> {labels.reportKind(kind)}
          <span className="reports-table__file">{fileName}</span>
        </>
      ),
    },
    { title: t('reports.made'), of: ({ createdAt }) => dateTime(createdAt), look: 'number' },
    { title: t('reports.size'), of: (report) => bytes(report.bytes), look: 'right' },
    {
      title: t('reports.download'),
      of: (report) => (
        <a
          className="button button--small"
          href={apiPath(`/reports/${encodeURIComponent(report.id)}/file`)}
          download={report.fileName}
          aria-label={t('reports.downloadLabel', { file: report.fileName, size: bytes(report.bytes) })}
        >
          {t('reports.download')}
        </a>
      ),
      look: 'right',
      isTitleHidden: true,
    },
  ];
  return (
    <DataTable
      label={t('reports.title')}
      rows={newest}
      columns={columns}
      keyOf={({ id }) => id}
      narrow="lines"
      className="reports-table"
      testId="reports-table"
      rowTestId="report-row"
    />
  );
}
