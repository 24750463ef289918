import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Aggregate } from '../api/types';
import { useLabels } from '../format/useLabels';
import { CoverageSection } from './CoverageSection';
import { KindsSection } from './KindsSection';
import { MonthsSection } from './MonthsSection';
import { TotalsSection } from './TotalsSection';

/** What the nation's page and an agency's page show alike, below their figures; between them, their own list. */
export function Breakdown({ figures, code, children }: { figures: Aggregate; code: string; children: ReactNode }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <>
      <div className="columns">
        <MonthsSection byMonth={figures.byMonth} year={figures.year} code={code} span={8} />
        <CoverageSection competencies={figures.byCompetency} span={4} />
      </div>
      {children}
      <KindsSection kinds={figures.byEmploymentType} />
      <div className="columns">
        <TotalsSection
          title={t('forms.title')}
          nameColumn={t('forms.form')}
          rows={figures.byForm.map((row) => ({ ...row, key: row.form, name: labels.form(row.form) }))}
          span={6}
          testId="forms"
        />
        <TotalsSection
          title={t('providers.title')}
          nameColumn={t('forms.provider')}
          rows={figures.byProvider.map((row) => ({ ...row, key: row.provider, name: row.provider }))}
          span={6}
          testId="providers"
        />
      </div>
    </>
  );
}
