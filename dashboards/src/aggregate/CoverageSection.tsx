import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompetencyShare } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { Meter } from '../parts/Meter';
import { Section } from '../parts/Section';

const Few = 4;
const General = 'GEN.';

export function CoverageSection({ competencies, file, span }: { competencies: CompetencyShare[]; file: string; span?: 4 | 6 }) {
  const { t } = useTranslation();
  const { count, percent } = useFormats();
  const labels = useLabels();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? generalFirst(competencies) : generalFirst(competencies).slice(0, Few);
  const csv = () => [
    [t('coverage.code'), t('coverage.competency'), t('overview.people'), t('coverage.percent')],
    ...competencies.map((row) => [row.competency, labels.competency(row.competency, row.name), row.people, row.share * 100]),
  ];
  return (
    <Section
      title={t('coverage.title')}
      lead={t('coverage.lead')}
      span={span}
      testId="coverage"
      csv={competencies.length > 0 ? { file, rows: csv } : undefined}
    >
      {competencies.length === 0 ? (
        <p className="empty">{t('coverage.none')}</p>
      ) : (
        <ul className="coverage">
          {shown.map(({ competency, name, people, share }) => (
            <li key={competency} data-testid={`coverage-${competency}`}>
              <p className="coverage__line">
                <span>{labels.competency(competency, name)}</span>
                <b className="number">{percent(share)}</b>
              </p>
              <Meter share={share} />
              <p className="coverage__people">{t('coverage.people', { people: count(people) })}</p>
            </li>
          ))}
        </ul>
      )}
      {competencies.length > Few && (
        <button className="button button--plain" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('forms.fewer') : t('forms.more', { count: competencies.length })}
        </button>
      )}
    </Section>
  );
}

/** The general competencies are everyone's; those of a profession come after them. */
function generalFirst(competencies: CompetencyShare[]): CompetencyShare[] {
  const isGeneral = ({ competency }: CompetencyShare) => (competency.startsWith(General) ? 0 : 1);
  return [...competencies].sort((a, b) => isGeneral(a) - isGeneral(b));
}
