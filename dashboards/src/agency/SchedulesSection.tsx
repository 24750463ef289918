import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { schedulesQuery, useMakeReports, useSchedules } from '../api/reports';
import type { ReportFormat, ReportSchedule } from '../api/types';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { Formats, Kinds } from './ReportsSection';

const Cadences = ['monthly', 'quarterly', 'yearly'] as const;

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
  return (
    <table className="table schedules-table" data-testid="schedules-table">
      <thead>
        <tr>
          <th scope="col">{t('reports.kind')}</th>
          <th scope="col">{t('schedules.when')}</th>
          <th scope="col" className="schedules-table__wide">
            {t('schedules.next')}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('schedules.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {schedules.map((schedule) => (
          <tr key={schedule.id} data-testid="schedule-row">
            <th scope="row">
              <span className="format">{schedule.format.toUpperCase()}</span> {labels.reportKind(schedule.kind)}
            </th>
            <td>{isCadence(schedule.cron) ? t(`schedules.${schedule.cron}`) : <code>{schedule.cron}</code>}</td>
            <td className="number schedules-table__wide">{dateTime(schedule.nextRun)}</td>
            <td className="schedules-table__actions">
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
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Kept {
  id: string;
  kind: string;
  format: string;
  cron: string;
}

function ScheduleForm({
  schedule,
  isPending,
  onKeep,
  onCancel,
}: {
  schedule: ReportSchedule | null;
  isPending: boolean;
  onKeep: (kept: Kept) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const labels = useLabels();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onKeep({ id: schedule?.id ?? '', kind: String(form.get('kind')), format: String(form.get('format')), cron: String(form.get('cron')) });
  };
  const choices = [
    ['kind', t('reports.kind'), Kinds.map((kind) => [kind, labels.reportKind(kind)]), schedule?.kind ?? 'compliance'],
    ['format', t('reports.format'), Formats.map((format) => [format, format.toUpperCase()]), schedule?.format ?? 'xlsx'],
    [
      'cron',
      t('schedules.when'),
      // One that was set by program keeps its own times.
      [...Cadences.map((cadence) => [cadence, t(`schedules.${cadence}`)]), ...(schedule && !isCadence(schedule.cron) ? [[schedule.cron, schedule.cron]] : [])],
      schedule?.cron ?? 'monthly',
    ],
  ] as [string, string, [string, string][], string][];
  return (
    <form className="schedule-form" onSubmit={submit} aria-label={t('schedules.new')} data-testid="schedule-form">
      {choices.map(([name, label, options, value]) => (
        <div key={name} className="field">
          <label htmlFor={`${id}${name}`}>{label}</label>
          <select id={`${id}${name}`} name={name} defaultValue={value} autoFocus={name === 'kind'}>
            {options.map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div className="schedule-form__ways">
        <button className="button button--main" type="submit" disabled={isPending} data-testid="schedule-keep">
          {isPending ? t('schedules.keeping') : t('schedules.keep')}
        </button>
        <button className="button" type="button" onClick={onCancel}>
          {t('unresolved.cancel')}
        </button>
      </div>
    </form>
  );
}

function isCadence(cron: string): cron is (typeof Cadences)[number] {
  return (Cadences as readonly string[]).includes(cron);
}

/** Lower-case letters, digits and hyphens, and none that is there already. */
function idOf(code: string): string {
  const letters = code.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 40);
  return `${letters}-${Date.now().toString(36)}`;
}

function whyOf(error: Error): string {
  return error instanceof ApiError ? (error.problem?.detail ?? `HTTP ${error.status}`) : error.message;
}
