-- A row for each job: whose turn it is to run it, and until when.
-- The turn of a process that died runs out. Beside it: who waits for it, the time of the clock that was served last, and when the job last
-- succeeded, also where that run was not worth a line in job_runs.
CREATE TABLE job_turns (
  job TEXT NOT NULL PRIMARY KEY,
  known_since TEXT NOT NULL,
  holder TEXT,
  held_until TEXT,
  wanted_until TEXT,
  last_ring TEXT,
  last_success TEXT
);
