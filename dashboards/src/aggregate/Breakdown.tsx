import { useTranslation } from 'react-i18next';
import type { Aggregate } from '../api/types';
import { useCsvFile } from '../format/useCsvFile';
import { useLabels } from '../format/useLabels';
import { CountsSection } from './CountsSection';
import { CoverageSection } from './CoverageSection';
import { GroupsSection } from './GroupsSection';
import { MonthsSection } from './MonthsSection';
import { TotalsSection } from './TotalsSection';

/** What the nation's page and an agency's page show alike, below their own: who, when, how, and where it was learnt. */
export function Breakdown({ figures, code }: { figures: Aggregate; code: string | null }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const fileOf = useCsvFile(code ?? '', figures.year);
  const kinds = [...figures.byEmploymentType]
    .sort((a, b) => b.people - a.people)
    .map((kind) => ({ ...kind, key: kind.employmentType, name: labels.employmentType(kind.employmentType) }));
  return (
    <>
      <div className="columns">
        <CountsSection title={t('kinds.title')} nameColumn={t('kinds.kind')} rows={kinds} file={fileOf('kinds')} span={6} testId="kinds" />
        <GroupsSection code={code} year={figures.year} span={6} />
      </div>
      <div className="columns">
        <MonthsSection byMonth={figures.byMonth} year={figures.year} file={fileOf('months')} span={8} />
        <CoverageSection competencies={figures.byCompetency} file={fileOf('coverage')} span={4} />
      </div>
      <div className="columns">
        <TotalsSection
          title={t('forms.title')}
          nameColumn={t('forms.form')}
          rows={figures.byForm.map((row) => ({ ...row, key: row.form, name: labels.form(row.form) }))}
          file={fileOf('forms')}
          span={6}
          testId="forms"
        />
        <TotalsSection
          title={t('providers.title')}
          nameColumn={t('forms.provider')}
          rows={figures.byProvider.map((row) => ({ ...row, key: row.provider, name: row.provider }))}
          file={fileOf('providers')}
          span={6}
          testId="providers"
        />
      </div>
    </>
  );
}
