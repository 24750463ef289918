-- The newest runs of every job, newest first.
SELECT id, job, started_at, finished_at, row_count, outcome, error, note
FROM (
  SELECT job_runs.*, row_number() OVER (PARTITION BY job ORDER BY started_at DESC, id DESC) AS place
  FROM job_runs
) AS placed
WHERE place <= @perJob
ORDER BY started_at DESC, id DESC
