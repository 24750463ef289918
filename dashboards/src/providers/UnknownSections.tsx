import { useTranslation } from 'react-i18next';
import type { UnknownActivity, UnknownLearners } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';

/** What is kept but counts for nobody yet: no name and no number of a person is shown. */
export function UnknownSections({ learners, activities }: { learners: UnknownLearners[]; activities: UnknownActivity[] }) {
  const { t } = useTranslation();
  return (
    <div className="columns">
      <Section title={t('intake.learnersTitle')} lead={t('intake.learnersLead')} span={6} testId="unknown-learners">
        {learners.length === 0 ? <p className="empty">{t('intake.learnersNone')}</p> : <LearnerTable learners={learners} />}
      </Section>
      <Section title={t('intake.activitiesTitle')} lead={t('intake.activitiesLead')} span={6} testId="unknown-activities">
        {activities.length === 0 ? <p className="empty">{t('intake.activitiesNone')}</p> : <ActivityTable activities={activities} />}
      </Section>
    </div>
  );
}

function LearnerTable({ learners }: { learners: UnknownLearners[] }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const kinds: Record<string, string> = t('intake.kinds', { returnObjects: true });
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('intake.learnersTitle')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('intake.kind')}</th>
            <th scope="col">{t('intake.forms')}</th>
            <th scope="col" className="right">
              {t('intake.learners')}
            </th>
            <th scope="col" className="right">
              {t('intake.statements')}
            </th>
          </tr>
        </thead>
        <tbody>
          {learners.map(({ kind, homePage, forms, learners: many, statements }) => (
            <tr key={`${kind}|${homePage}`} data-testid="unknown-learner">
              <th scope="row">
                {kinds[kind] ?? kind}
                {homePage && <code className="unknown__home">{homePage}</code>}
              </th>
              <td>
                {forms.map((form) => (
                  <code key={form} className="unknown__form">
                    {form}
                  </code>
                ))}
              </td>
              <td className="right">{count(many)}</td>
              <td className="right">{count(statements)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ActivityTable({ activities }: { activities: UnknownActivity[] }) {
  const { t } = useTranslation();
  const { count, date } = useFormats();
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('intake.activitiesTitle')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('intake.activity')}</th>
            <th scope="col" className="right">
              {t('intake.statements')}
            </th>
            <th scope="col" className="right">
              {t('intake.learners')}
            </th>
            <th scope="col" className="right">
              {t('intake.last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {activities.map(({ activityIri, statements, learners, lastDay }) => (
            <tr key={activityIri} data-testid="unknown-activity">
              <th scope="row">
                <code className="path">{activityIri}</code>
              </th>
              <td className="right">{count(statements)}</td>
              <td className="right">{count(learners)}</td>
              <td className="right">{date(lastDay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
