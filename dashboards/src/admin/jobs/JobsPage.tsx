import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StaleNotice } from '../../aggregate/StaleNotice';
import { useFormats } from '../../format/useFormats';
import { Section } from '../../parts/Section';
import { Failure } from '../../shell/Failure';
import { Loading } from '../../shell/Loading';
import { AdminHead } from '../AdminHead';
import { jobsQuery, useRunJob, type Job } from '../api';
import { whyOf } from '../why';

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
  const isRunning = job.runs.some((run) => run.outcome === 'running');
  const state = job.failing ? 'failing' : job.overdue ? 'overdue' : 'healthy';
  return (
    <Section
      title={job.name}
      lead={job.description}
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
          <dd>{job.schedule}</dd>
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
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={job.name}>
      <table className="table admin-table">
        <thead>
          <tr>
            <th scope="col">{t('admin.started')}</th>
            <th scope="col" className="right">
              {t('admin.seconds')}
            </th>
            <th scope="col" className="right">
              {t('admin.rows')}
            </th>
            <th scope="col">{t('admin.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {job.runs.map((run) => (
            <tr key={run.id}>
              <td className="number">{dateTime(run.startedAt)}</td>
              <td className="right">{run.seconds === null ? '–' : jp(run.seconds)}</td>
              <td className="right">{count(run.rows)}</td>
              <td>
                {t(`admin.outcomes.${run.outcome}`)}
                {(run.error ?? run.note) && <span className="admin-table__under">{run.error ?? run.note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
