import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../format/useFormats';
import { useLabels } from '../../format/useLabels';
import { DataTable, type Column } from '../../parts/DataTable';
import { Section } from '../../parts/Section';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { AdminHead } from '../AdminHead';
import { rulePacksQuery, type RulePack } from '../api';
import { useSpan } from '../useSpan';
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
  const { limit, count } = useFormats();
  const labels = useLabels();
  const span = useSpan();
  const number = (value: number | null) => (value === null ? '–' : limit(value));
  const requirements: Column<RulePack['requirements'][number]>[] = [
    { title: t('admin.employment'), of: (line) => labels.employmentType(line.employmentType) },
    { title: t('admin.min'), of: (line) => number(line.minJp), look: 'right' },
    { title: t('admin.max'), of: (line) => number(line.maxJp), look: 'right' },
    { title: t('admin.period'), of: (line) => labels.period(line.period) },
    { title: t('admin.inForce'), of: (line) => span(line.validFrom, line.validTo) },
    { title: t('admin.legalBasis'), of: (line) => line.legalBasis },
  ];
  const targets: Column<RulePack['targets'][number]>[] = [
    { title: t('admin.ofAgency'), of: (line) => line.agencyCode },
    { title: t('admin.target'), of: (line) => limit(line.minJp), look: 'right' },
    { title: t('admin.inForce'), of: (line) => span(line.validFrom, line.validTo) },
    { title: t('admin.legalBasis'), of: (line) => line.legalBasis },
  ];
  const forms: Column<RulePack['forms'][number]>[] = [
    { title: t('admin.form'), of: (form) => labels.form(form.code) },
    { title: t('admin.basis'), of: (form) => t(`admin.bases.${form.basis as 'Manual'}`) },
    { title: t('admin.national'), of: (form) => number(form.national), look: 'right' },
    { title: t('admin.international'), of: (form) => number(form.international ?? form.national), look: 'right' },
    { title: t('admin.perDay'), of: (form) => number(form.jpPerDay), look: 'right' },
    { title: t('admin.perMonth'), of: (form) => number(form.eventsPerMonth), look: 'right' },
    { title: t('admin.legalBasis'), of: (form) => form.legalBasis },
  ];
  const table = { narrow: 'lines', className: 'admin-table' } as const;
  return (
    <Section title={pack.name} lead={`${pack.legalBasis}, ${span(pack.validFrom, pack.validTo)} · ${t('admin.minutes', { minutes: count(pack.minutesPerJp) })}`} testId="rule-pack">
      <h3>{t('admin.requirements')}</h3>
      <DataTable label={t('admin.requirements')} rows={pack.requirements} columns={requirements} keyOf={(_, place) => place} {...table} />
      {pack.targets.length > 0 && (
        <>
          <h3>{t('admin.targets')}</h3>
          <DataTable label={t('admin.targets')} rows={pack.targets} columns={targets} keyOf={(_, place) => place} {...table} />
        </>
      )}
      <h3>{t('admin.forms')}</h3>
      <DataTable label={t('admin.forms')} rows={pack.forms} columns={forms} keyOf={({ code }) => code} {...table} />
    </Section>
  );
}
