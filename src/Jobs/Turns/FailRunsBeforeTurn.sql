-- Ends the runs of a job that still count as running when its turn is taken: whoever ran them has gone without a word.
UPDATE job_runs
SET outcome = 'failed', finished_at = @now, error = @error
WHERE outcome = 'running' AND job = @job
