import { useTranslation } from 'react-i18next';
import type { UnknownActivity, UnknownLearners } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { DataTable, type Column } from '../parts/DataTable';
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
  const columns: Column<UnknownLearners>[] = [
    {
      title: t('intake.kind'),
      of: ({ kind, homePage }) => (
        <>
          {kinds[kind] ?? kind}
          {homePage && <code className="unknown__home">{homePage}</code>}
        </>
      ),
    },
    {
      title: t('intake.forms'),
      of: ({ forms }) => (
        <span>
          {forms.map((form) => (
            <code key={form} className="unknown__form">
              {form}
            </code>
          ))}
        </span>
      ),
    },
    { title: t('intake.learners'), of: ({ learners: many }) => count(many), look: 'right' },
    { title: t('intake.statements'), of: ({ statements }) => count(statements), look: 'right' },
  ];
  return (
    <DataTable
      label={t('intake.learnersTitle')}
      rows={learners}
      columns={columns}
      keyOf={({ kind, homePage }) => `${kind}|${homePage}`}
      narrow="lines"
      rowTestId="unknown-learner"
    />
  );
}

function ActivityTable({ activities }: { activities: UnknownActivity[] }) {
  const { t } = useTranslation();
  const { count, date } = useFormats();
  const columns: Column<UnknownActivity>[] = [
    { title: t('intake.activity'), of: ({ activityIri }) => <code className="path">{activityIri}</code> },
    { title: t('intake.statements'), of: ({ statements }) => count(statements), look: 'right' },
    { title: t('intake.learners'), of: ({ learners }) => count(learners), look: 'right' },
    { title: t('intake.last'), of: ({ lastDay }) => date(lastDay), look: 'right' },
  ];
  return (
    <DataTable
      label={t('intake.activitiesTitle')}
      rows={activities}
      columns={columns}
      keyOf={({ activityIri }) => activityIri}
      narrow="lines"
      rowTestId="unknown-activity"
    />
  );
}
