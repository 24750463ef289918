-- Ends the runs of a host that were running when its process ended.
UPDATE job_runs
SET outcome = 'failed', finished_at = @now, error = 'Interrupted: the process ended before the run did.'
WHERE outcome = 'running' AND host = @Host
