-- What a run has to say of what it found, in words; none for most.
ALTER TABLE job_runs ADD COLUMN note TEXT;
