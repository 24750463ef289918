import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyOf } from '../api/client';
import { AgencyKinds, kindsOf, schedulesQuery, useRunSchedule, useSchedules, type Whose } from '../api/reports';
import type { ReportSchedule } from '../api/types';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { DataTable, type Column } from '../parts/DataTable';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { isCadence, ScheduleForm } from './ScheduleForm';

/** When which report makes itself: make, change, run now, take away. */
export function SchedulesSection({ whose, year }: { whose: Whose; year: number }) {
  const { t } = useTranslation();
  const schedules = useQuery(schedulesQuery(whose));
  const { set, remove } = useSchedules(whose);
  const make = useRunSchedule(whose, year);
  const labels = useLabels();
  const [edited, setEdited] = useState<ReportSchedule | 'new' | null>(null);
  // Of the nation, and of each of its agencies and platforms.
  const isOfAll = !whose.agencyCode && !whose.provider;
  const kinds = isOfAll ? ['nation', ...AgencyKinds, 'delivery'] : kindsOf(whose);
  const nameOf = (kind: string) => {
    const name = labels.reportKind(kind);
    return !isOfAll || kind === 'nation' ? name : t(kind === 'delivery' ? 'schedules.ofEveryPlatform' : 'schedules.ofEveryAgency', { name });
  };
  const error = set.error ?? remove.error ?? make.error;

  return (
    <Section
      title={t('schedules.title')}
      lead={t(isOfAll ? 'schedules.leadAll' : 'schedules.lead')}
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
      <div role="status" className="said" data-testid="schedules-status">
        {error && <p className="notice notice--bad">{t('schedules.failed', { why: whyOf(error) })}</p>}
        {!error && make.isSuccess && <p className="notice notice--good">{t(`reports.${make.data}`)}</p>}
      </div>
      {edited && (
        <ScheduleForm
          key={edited === 'new' ? 'new' : edited.id}
          schedule={edited === 'new' ? null : edited}
          kinds={kinds}
          nameOf={nameOf}
          isPending={set.isPending}
          onCancel={() => setEdited(null)}
          onKeep={(kept) => set.mutate({ ...kept, id: kept.id || idOf(whose) }, { onSuccess: () => setEdited(null) })}
        />
      )}
      {schedules.isPending ? (
        <Loading what="reports" />
      ) : !schedules.data ? (
        <PartFailure error={schedules.error} onRetry={() => void schedules.refetch()} />
      ) : schedules.data.length === 0 ? (
        <p className="empty">{t(whose.agencyCode ? 'schedules.none' : 'schedules.noneHere')}</p>
      ) : (
        <ScheduleTable
          schedules={schedules.data}
          isBusy={make.isPending || remove.isPending}
          nameOf={nameOf}
          onRun={({ id }) => make.mutate(id)}
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
  nameOf: (kind: string) => string;
  onRun: (schedule: ReportSchedule) => void;
  onChange: (schedule: ReportSchedule) => void;
  onRemove: (schedule: ReportSchedule) => void;
}

function ScheduleTable({ schedules, isBusy, nameOf, onRun, onChange, onRemove }: TableProps) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const columns: Column<ReportSchedule>[] = [
    {
      title: t('reports.kind'),
      of: ({ format, kind }) => (
        <>
          <span className="format">{format.toUpperCase()}</span> {nameOf(kind)}
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
            aria-label={t('schedules.removeLabel', { report: nameOf(schedule.kind) })}
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
function idOf({ agencyCode, provider }: Whose): string {
  const letters = (agencyCode ?? provider ?? 'nation').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 40);
  return `${letters}-${Date.now().toString(36)}`;
}
