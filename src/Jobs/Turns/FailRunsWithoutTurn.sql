-- Ends the runs that still count as running while no process has the turn of their job.
UPDATE job_runs
SET outcome = 'failed', finished_at = @now, error = @error
WHERE outcome = 'running'
  AND NOT EXISTS (SELECT 1 FROM job_turns WHERE job_turns.job = job_runs.job AND job_turns.held_until >= @now)
