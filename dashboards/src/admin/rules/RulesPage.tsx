import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../format/useFormats';
import { useLabels } from '../../format/useLabels';
import { Section } from '../../parts/Section';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { AdminHead } from '../AdminHead';
import { rulePacksQuery, type RulePack } from '../api';
import { TryRules } from './TryRules';

/** The rules that hold, each with its law, and what others would change. */
export function RulesPage() {
  const { t } = useTranslation();
  const packs = useQuery(rulePacksQuery);
  if (!packs.data && packs.isError) return <Failure error={packs.error} onRetry={() => void packs.refetch()} />;
  return (
    <>
      <AdminHead title={t('admin.rules')} lead={t('admin.rulesLead')} />
      {!packs.data ? <Loading what="admin" minHeight="50dvh" /> : packs.data.map((pack) => <Pack key={pack.name} pack={pack} />)}
      <TryRules />
    </>
  );
}

function Pack({ pack }: { pack: RulePack }) {
  const { t } = useTranslation();
  const { date, limit, count } = useFormats();
  const labels = useLabels();
  const number = (value: number | null) => (value === null ? '–' : limit(value));
  const span = (from: string | null, to: string | null) =>
    t('admin.span', { from: from ? date(from) : '…', to: to ? date(to) : '…' });
  return (
    <Section title={pack.name} lead={`${pack.legalBasis} · ${span(pack.validFrom, pack.validTo)} · ${t('admin.minutes')}: ${count(pack.minutesPerJp)}`} testId="rule-pack">
      <h3>{t('admin.requirements')}</h3>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('admin.requirements')}>
        <table className="table admin-table">
          <thead>
            <tr>
              <th scope="col">{t('admin.employment')}</th>
              <th scope="col" className="right">
                {t('admin.min')}
              </th>
              <th scope="col" className="right">
                {t('admin.max')}
              </th>
              <th scope="col">{t('admin.inForce')}</th>
              <th scope="col">{t('admin.legalBasis')}</th>
            </tr>
          </thead>
          <tbody>
            {pack.requirements.map((line, place) => (
              <tr key={place}>
                <th scope="row">{labels.employmentType(line.employmentType)}</th>
                <td className="right">{number(line.minJp)}</td>
                <td className="right">{number(line.maxJp)}</td>
                <td>{span(line.validFrom, line.validTo)}</td>
                <td>{line.legalBasis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('admin.forms')}</h3>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('admin.forms')}>
        <table className="table admin-table">
          <thead>
            <tr>
              <th scope="col">{t('admin.form')}</th>
              <th scope="col">{t('admin.basis')}</th>
              {(['national', 'international', 'perDay'] as const).map((column) => (
                <th key={column} scope="col" className="right">
                  {t(`admin.${column}`)}
                </th>
              ))}
              <th scope="col">{t('admin.legalBasis')}</th>
            </tr>
          </thead>
          <tbody>
            {pack.forms.map((form) => (
              <tr key={form.code}>
                <th scope="row">{labels.form(form.code)}</th>
                <td>{t(`admin.bases.${form.basis as 'Manual'}`)}</td>
                <td className="right">{number(form.national)}</td>
                <td className="right">{number(form.international ?? form.national)}</td>
                <td className="right">{number(form.jpPerDay)}</td>
                <td>{form.legalBasis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
