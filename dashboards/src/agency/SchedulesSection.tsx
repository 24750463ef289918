import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyOf } from '../api/client';
import { schedulesQuery, useMakeReports, useSchedules } from '../api/reports';
import type { ReportFormat, ReportSchedule } from '../api/types';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { DataTable, type Column } from '../parts/DataTable';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { isCadence, ScheduleForm } from './ScheduleForm';

/** When which report makes itself: make, change, run now, take away. */
export function SchedulesSection({ code, year }: { code: string; year: number }) {
  const { t } = useTranslation();
  const schedules = useQuery(schedulesQuery(code));
  const { set, remove } = useSchedules(code);
  const make = useMakeReports(code, year);
  const [edited, setEdited] = useState<ReportSchedule | 'new' | null>(null);
  const error = set.error ?? remove.error ?? make.error;

  return (
    <Section
      title={t('schedules.title')}
      lead={t('schedules.lead')}
      testId="schedules"
      tools={
        <button
          className="button button--small no-print"
          type="button"
          aria-expanded={edited === 'new'}
          onClick={() => setEdited(edited === 'new' ? null : 'new')}
          data-testid="schedule-new"
        >
          {t('schedules.new')}
        </button>
      }
    >
      <div role="status" className="reports__words" data-testid="schedules-status">
        {error && <p className="notice notice--bad">{t('schedules.failed', { why: whyOf(error) })}</p>}
        {!error && make.isSuccess && <p className="notice notice--good">{t(`reports.${make.data}`)}</p>}
      </div>
      {edited && (
        <ScheduleForm
          key={edited === 'new' ? 'new' : edited.id}
          schedule={edited === 'new' ? null : edited}
          isPending={set.isPending}
          onCancel={() => setEdited(null)}
          onKeep={(kept) => set.mutate({ ...kept, id: kept.id || idOf(code) }, { onSuccess: () => setEdited(null) })}
        />
      )}
      {schedules.isPending ? (
        <Loading what="reports" />
      ) : !schedules.data ? (
        <PartFailure error={schedules.error} onRetry={() => void schedules.refetch()} />
      ) : schedules.data.length === 0 ? (
        <p className="empty">{t('schedules.none')}</p>
      ) : (
        <ScheduleTable
          schedules={schedules.data}
          isBusy={make.isPending || remove.isPending}
          onRun={({ kind, format }) => make.mutate({ kind, format: format as ReportFormat })}
          onChange={setEdited}
          onRemove={(schedule) => remove.mutate(schedule.id)}
        />
      )}
    </Section>
  );
}

interface TableProps {
  schedules: ReportSchedule[];
  isBusy: boolean;
  onRun: (schedule: ReportSchedule) => void;
  onChange: (schedule: ReportSchedule) => void;
  onRemove: (schedule: ReportSchedule) => void;
}

function ScheduleTable({ schedules, isBusy, onRun, onChange, onRemove }: TableProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { dateTime } = useFormats();
  const columns: Column<ReportSchedule>[] = [
    {
      title: t('reports.kind'),
      of: ({ format, kind }) => (
        <>
          <span className="format">{format.toUpperCase()}</span> {labels.reportKind(kind)}
        </>
      ),
    },
    { title: t('schedules.when'), of: ({ cron }) => (isCadence(cron) ? t(`schedules.${cron}`) : <code>{cron}</code>) },
    { title: t('schedules.next'), of: ({ nextRun }) => dateTime(nextRun), look: 'number' },
    {
      title: t('schedules.actions'),
      of: (schedule) => (
        <div className="schedules-table__actions">
          <button className="button button--small" type="button" disabled={isBusy} onClick={() => onRun(schedule)} data-testid="schedule-run">
            {t('schedules.run')}
          </button>
          <button className="button button--small" type="button" onClick={() => onChange(schedule)} data-testid="schedule-change">
            {t('schedules.change')}
          </button>
          <button
            className="button button--small"
            type="button"
            disabled={isBusy}
            onClick={() => onRemove(schedule)}
            aria-label={t('schedules.removeLabel', { report: labels.reportKind(schedule.kind) })}
            data-testid="schedule-remove"
          >
            {t('schedules.remove')}
          </button>
        </div>
      ),
      isTitleHidden: true,
    },
  ];
  return (
    <DataTable
      label={t('schedules.title')}
      rows={schedules}
      columns={columns}
      keyOf={({ id }) => id}
      narrow="lines"
      testId="schedules-table"
      rowTestId="schedule-row"
    />
  );
}

/** Lower-case letters, digits and hyphens, and none that is there already. */
function idOf(code: string): string {
  const letters = code.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 40);
  return `${letters}-${Date.now().toString(36)}`;
}
