-- Forgets all but the newest runs of a job.
DELETE FROM job_runs
WHERE job = @job
  AND id NOT IN (SELECT id FROM job_runs WHERE job = @job ORDER BY started_at DESC, id DESC LIMIT @kept)
