-- Takes the turn of a job where nobody else has it, nor waits for it before the caller, and, where it is for a time of the clock, that
-- time was not served before.
INSERT INTO job_turns (job, known_since, holder, held_until, last_ring)
VALUES (@job, @now, @holder, @until, CAST(@ring AS TEXT))
ON CONFLICT (job) DO UPDATE SET
  holder = excluded.holder,
  held_until = excluded.held_until,
  wanted_until = NULL,
  last_ring = COALESCE(excluded.last_ring, job_turns.last_ring)
WHERE (job_turns.holder IS NULL OR job_turns.holder = excluded.holder OR job_turns.held_until < @now)
  AND (job_turns.wanted_until IS NULL OR job_turns.wanted_until < @after)
  AND (excluded.last_ring IS NULL OR job_turns.last_ring IS NULL OR job_turns.last_ring < excluded.last_ring)
