import { useTranslation } from 'react-i18next';
import type { PersonCompetency } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { Section } from '../parts/Section';

export function CompetencySection({ competencies }: { competencies: PersonCompetency[] }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const labels = useLabels();
  if (competencies.length === 0) return null;
  return (
    <Section title={t('transcript.competencies')} span={4} testId="competencies">
      <ul className="competencies">
        {competencies.map(({ competency, name, covered, coveredOn }) => (
          <li key={competency} className={covered ? 'competency competency--covered' : 'competency'}>
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
              <circle cx="10" cy="10" r="9" />
              {covered && <path d="m6 10.4 2.8 2.7L14.2 7.4" />}
            </svg>
            <div>
              <p className="competency__name">{labels.competency(competency, name)}</p>
              <p className="quiet">
                {covered
                  ? coveredOn
                    ? t('transcript.covered', { date: date(coveredOn) })
                    : t('transcript.coveredUndated')
                  : t('transcript.notCovered')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
