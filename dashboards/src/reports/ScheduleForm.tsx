import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportSchedule } from '../api/types';
import { Formats } from './ReportsSection';

const Cadences = ['monthly', 'quarterly', 'yearly'] as const;
const Own = 'own';

export function isCadence(cron: string): cron is (typeof Cadences)[number] {
  return (Cadences as readonly string[]).includes(cron);
}

interface Kept {
  id: string;
  kind: string;
  format: string;
  cron: string;
}

interface Props {
  schedule: ReportSchedule | null;
  kinds: readonly string[];
  nameOf: (kind: string) => string;
  isPending: boolean;
  onKeep: (kept: Kept) => void;
  onCancel: () => void;
}

/** What, as which file, how often. */
export function ScheduleForm({ schedule, kinds, nameOf, isPending, onKeep, onCancel }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const ownCron = schedule && !isCadence(schedule.cron) ? schedule.cron : '';
  const [when, setWhen] = useState<string>(ownCron ? Own : (schedule?.cron ?? 'monthly'));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const cron = when === Own ? String(form.get('cron')).trim() : when;
    onKeep({ id: schedule?.id ?? '', kind: String(form.get('kind')), format: String(form.get('format')), cron });
  };
  const field = (name: string) => ({ id: id + name, name });
  return (
    <form className="schedule-form" onSubmit={submit} aria-label={t('schedules.new')} data-testid="schedule-form">
      <div className="field">
        <label htmlFor={`${id}kind`}>{t('reports.kind')}</label>
        <select {...field('kind')} defaultValue={schedule?.kind ?? kinds[0]} autoFocus>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {nameOf(kind)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}format`}>{t('reports.format')}</label>
        <select {...field('format')} defaultValue={schedule?.format ?? 'xlsx'}>
          {Formats.map((format) => (
            <option key={format} value={format}>
              {format.toUpperCase()}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}when`}>{t('schedules.when')}</label>
        <select {...field('when')} value={when} onChange={(event) => setWhen(event.target.value)}>
          {Cadences.map((cadence) => (
            <option key={cadence} value={cadence}>
              {t(`schedules.${cadence}`)}
            </option>
          ))}
          <option value={Own}>{t('schedules.own')}</option>
        </select>
      </div>
      {when === Own && (
        <div className="field">
          <label htmlFor={`${id}cron`}>{t('schedules.cron')}</label>
          <input {...field('cron')} defaultValue={ownCron} required placeholder="0 7 * * 1" aria-describedby={`${id}hint`} data-testid="schedule-cron" />
        </div>
      )}
      <div className="schedule-form__ways">
        <button className="button button--main" type="submit" disabled={isPending} data-testid="schedule-keep">
          {isPending ? t('schedules.keeping') : t('schedules.keep')}
        </button>
        <button className="button" type="button" onClick={onCancel}>
          {t('schedules.cancel')}
        </button>
      </div>
      {when === Own && (
        <p id={`${id}hint`} className="quiet schedule-form__hint">
          {t('schedules.cronHint')}
        </p>
      )}
    </form>
  );
}
