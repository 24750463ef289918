import { useId, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportSchedule } from '../api/types';
import { useLabels } from '../format/useLabels';
import { Formats, Kinds } from './ReportsSection';

const Cadences = ['monthly', 'quarterly', 'yearly'] as const;

export function isCadence(cron: string): cron is (typeof Cadences)[number] {
  return (Cadences as readonly string[]).includes(cron);
}

interface Kept {
  id: string;
  kind: string;
  format: string;
  cron: string;
}

/** What, as which file, how often. */
export function ScheduleForm({
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
