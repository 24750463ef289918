import { useId, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { whyOf, type Answer } from '../../api/client';
import { useFormats } from '../../format/useFormats';
import { Section } from '../../parts/Section';
import { usePackPreview } from '../api';

const statuses = ['met', 'unmet', 'exempt', 'notRequired'] as const;
const wordsOf = { met: 'MET', unmet: 'UNMET', exempt: 'EXEMPT', notRequired: 'NOT_REQUIRED' } as const;

/** What would change if other rules held: a sample of people by both, and nothing stored. */
export function TryRules() {
  const { t } = useTranslation();
  const id = useId();
  const preview = usePackPreview();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    preview.mutate({ pack: String(form.get('pack')), year: Number(form.get('year')), people: Number(form.get('people')) });
  }
  return (
    <Section title={t('admin.tryTitle')} lead={t('admin.tryLead')} testId="try-rules">
      <form className="admin-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}pack`}>{t('admin.packText')}</label>
          <textarea id={`${id}pack`} name="pack" rows={10} required spellCheck={false} />
        </div>
        <div className="admin-form__row">
          <div className="field">
            <label htmlFor={`${id}year`}>{t('admin.year')}</label>
            <input id={`${id}year`} name="year" type="number" min={2000} max={2199} required defaultValue={new Date().getFullYear()} />
          </div>
          <div className="field">
            <label htmlFor={`${id}people`}>{t('admin.sample')}</label>
            <input id={`${id}people`} name="people" type="number" min={1} max={5000} required defaultValue={1000} />
          </div>
        </div>
        <button className="button button--main" type="submit" disabled={preview.isPending} data-testid="try-submit">
          {preview.isPending ? t('admin.computing') : t('admin.compute')}
        </button>
      </form>
      <div role="alert">{preview.error && <p className="notice notice--bad">{t('admin.failed', { why: whyOf(preview.error) })}</p>}</div>
      <div role="status">{preview.data && <Outcome outcome={preview.data} />}</div>
    </Section>
  );
}

function Outcome({ outcome }: { outcome: Answer<'POST /rule-packs/preview'> }) {
  const { t } = useTranslation();
  const { count, jp, jpSum } = useFormats();
  return (
    <div className="preview" data-testid="try-outcome">
      <h3>{t('admin.tried', { changed: count(outcome.changed), people: count(outcome.people), year: outcome.year })}</h3>
      <table className="table admin-table">
        <thead>
          <tr>
            <th scope="col">{t('people.status')}</th>
            <th scope="col" className="right">
              {t('admin.now')}
            </th>
            <th scope="col" className="right">
              {t('admin.then')}
            </th>
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <tr key={status}>
              <th scope="row">{t(`status.${wordsOf[status]}`)}</th>
              <td className="right">{count(outcome.before[status])}</td>
              <td className="right">{count(outcome.after[status])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('admin.countedJp')}</th>
            <td className="right">{jpSum(outcome.before.countedJp)}</td>
            <td className="right">{jpSum(outcome.after.countedJp)}</td>
          </tr>
        </tbody>
      </table>
      {outcome.examples.length > 0 && (
        <>
          <h3>{t('admin.examples')}</h3>
          <ul className="preview__columns">
            {outcome.examples.map(({ personId, agencyCode, before, after }) => (
              <li key={personId}>
                <Link to={`/people/${personId}?year=${outcome.year}`}>{agencyCode}</Link>: {jp(before.countedJp)} → {jp(after.countedJp)} {t('jp')},{' '}
                {t(`status.${before.status}`)} → {t(`status.${after.status}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
