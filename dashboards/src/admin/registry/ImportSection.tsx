import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { whyOf } from '../../api/client';
import { useFormats } from '../../format/useFormats';
import { Section } from '../../parts/Section';
import { useImport, type Table } from '../api';
import { ImportPreview } from './ImportPreview';

const columns: Record<Table, string> = {
  agencies: 'agency_code, name, kind, parent_code, province_code, timezone',
  people:
    'nip, name, employment_type, agency_code, unit, position_group, employed_from, employed_to, contract_from, contract_to, exempt_reason',
  identifiers: 'ifi_kind, ifi_value, nip, valid_from, valid_to',
  activities: 'activity_iri, title, provider, form, jp, units, level, competencies, valid_from, valid_to',
  competencies: 'code, family, name',
};

/** A file is checked first; what it would change is shown, and stored only when its reader agrees. */
export function ImportSection({ table }: { table: Table }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const id = useId();
  const { preview, apply } = useImport(table);
  const [csv, setCsv] = useState('');
  const error = preview.error ?? apply.error;

  async function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.size === 0) return;
    apply.reset();
    const text = await file.text();
    setCsv(text);
    preview.mutate(text);
  }

  return (
    <Section title={t('admin.import', { table: t(`admin.tables.${table}`).toLocaleLowerCase() })} lead={t('admin.importLead')} testId="import">
      <form className="admin-form" onSubmit={(event) => void check(event)}>
        <div className="field">
          <label htmlFor={`${id}file`}>{t('admin.file')}</label>
          <input
            id={`${id}file`}
            className="file-input"
            type="file"
            name="file"
            accept=".csv,text/csv"
            required
            aria-describedby={`${id}columns`}
            onChange={() => {
              preview.reset();
              apply.reset();
            }}
            data-testid="import-file"
          />
          <p className="quiet admin-form__hint" id={`${id}columns`}>
            {t('admin.columns', { columns: columns[table] })}
          </p>
        </div>
        <button className="button button--main" type="submit" disabled={preview.isPending || apply.isPending} data-testid="import-check">
          {preview.isPending ? t('admin.checking') : t('admin.check')}
        </button>
      </form>
      <div role="alert">{error && <p className="notice notice--bad">{t('admin.failed', { why: whyOf(error) })}</p>}</div>
      <div role="status">
        {apply.data && (
          <p className="notice notice--good" data-testid="import-applied">
            {t('admin.applied', { changed: count(apply.data.changed), bad: count(apply.data.rejectedCount) })}
          </p>
        )}
      </div>
      {preview.data && !apply.data && (
        <ImportPreview table={table} csv={csv} preview={preview.data} isApplying={apply.isPending} onApply={() => apply.mutate(csv)} />
      )}
    </Section>
  );
}
