-- Gives a turn back, with what is known of the job's last success; another process may take it at once.
UPDATE job_turns
SET holder = NULL, held_until = NULL, last_success = COALESCE(@lastSuccess, last_success)
WHERE job = @job AND holder = @holder
