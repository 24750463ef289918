-- Keeps a turn for longer; changes nothing where another process has taken it meanwhile.
UPDATE job_turns
SET held_until = @until, last_success = COALESCE(@lastSuccess, last_success)
WHERE job = @job AND holder = @holder
