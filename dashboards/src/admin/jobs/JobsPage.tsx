import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StaleNotice } from '../../aggregate/StaleNotice';
import { whyOf } from '../../api/client';
import { useFormats } from '../../format/useFormats';
import { useLabels } from '../../format/useLabels';
import { DataTable, type Column } from '../../parts/DataTable';
import { Section } from '../../parts/Section';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { AdminHead } from '../AdminHead';
import { jobsQuery, useRunJob, type Job } from '../api';
import { Two } from '../Two';

/** What runs on the clock, how it went, and run it now. */
export function JobsPage() {
  const { t } = useTranslation();
  const jobs = useQuery(jobsQuery);
  const run = useRunJob();
  if (!jobs.data && jobs.isError) return <Failure error={jobs.error} onRetry={() => void jobs.refetch()} />;
  return (
    <>
      <AdminHead title={t('admin.jobs')} lead={t('admin.jobsLead')} />
      <div role="alert">{run.error && <p className="notice notice--bad">{t('admin.failed', { why: whyOf(run.error) })}</p>}</div>
      {!jobs.data ? (
        <Loading what="admin" minHeight="50dvh" />
      ) : (
        jobs.data.map((job) => <JobSection key={job.name} job={job} isBusy={run.isPending} onRun={() => run.mutate(job.name)} />)
      )}
      <StaleNotice isStale={!!jobs.data && jobs.isError} since={jobs.dataUpdatedAt} />
    </>
  );
}

function JobSection({ job, isBusy, onRun }: { job: Job; isBusy: boolean; onRun: () => void }) {
  const { t } = useTranslation();
  const { dateTime, count } = useFormats();
  const labels = useLabels();
  const isRunning = job.runs.some((run) => run.outcome === 'running');
  const state = job.failing ? 'failing' : job.overdue ? 'overdue' : 'healthy';
  return (
    <Section
      title={labels.job(job.name)}
      lead={labels.jobWork(job.name, job.description)}
      testId={`job-${job.name}`}
      tools={
        <button className="button button--small" type="button" disabled={isBusy || isRunning} onClick={onRun} data-testid="job-run">
          {isRunning ? t('admin.running') : t('admin.run')}
        </button>
      }
    >
      <dl className="admin-figures">
        <div>
          <dt>{t('admin.state')}</dt>
          <dd>
            <span className={`badge badge--${state === 'healthy' ? 'MET' : 'UNMET'}`}>{t(`admin.${state}`)}</span>
          </dd>
        </div>
        <div>
          <dt>{t('admin.schedule')}</dt>
          <dd>{labels.timetable(job.schedule)}</dd>
        </div>
        <div>
          <dt>{t('admin.nextRun')}</dt>
          <dd>{job.nextRun ? dateTime(job.nextRun) : '–'}</dd>
        </div>
        <div>
          <dt>{t('admin.lastSuccess')}</dt>
          <dd>{job.lastSuccess ? dateTime(job.lastSuccess) : '–'}</dd>
        </div>
      </dl>
      {job.runs.length === 0 ? (
        <p className="quiet">{t('admin.noRuns')}</p>
      ) : (
        <details className="history">
          <summary>{t('admin.history', { count: count(job.runs.length) })}</summary>
          <Runs job={job} />
        </details>
      )}
    </Section>
  );
}

function Runs({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { dateTime, count, jp } = useFormats();
  const columns: Column<Job['runs'][number]>[] = [
    { title: t('admin.started'), of: ({ startedAt }) => dateTime(startedAt), look: 'number' },
    { title: t('admin.seconds'), of: ({ seconds }) => (seconds === null ? '–' : jp(seconds)), look: 'right' },
    { title: t('admin.rows'), of: ({ rows }) => count(rows), look: 'right' },
    { title: t('admin.outcome'), of: ({ outcome, error, note }) => <Two first={t(`admin.outcomes.${outcome}`)} under={error ?? note} /> },
  ];
  return <DataTable label={job.name} rows={job.runs} columns={columns} keyOf={({ id }) => id} narrow="lines" names={-1} className="admin-table" />;
}
