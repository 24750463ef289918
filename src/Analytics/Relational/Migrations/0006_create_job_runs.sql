-- What ran, when, how much it did and how it ended. A run without an end is running, or was interrupted.
CREATE TABLE job_runs (
  id TEXT NOT NULL PRIMARY KEY,
  job TEXT NOT NULL,
  host TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  row_count BIGINT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('running', 'succeeded', 'failed')),
  error TEXT
);

CREATE INDEX job_runs_by_job ON job_runs (job, started_at);
