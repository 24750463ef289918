-- Keeps a run; one that is known already is brought up to date.
INSERT INTO job_runs (id, job, host, started_at, finished_at, row_count, outcome, error, note)
VALUES (@Id, @Job, @Host, @StartedAt, @FinishedAt, @RowCount, @Outcome, @Error, @Note)
ON CONFLICT (id) DO UPDATE SET
  finished_at = excluded.finished_at,
  row_count = excluded.row_count,
  outcome = excluded.outcome,
  error = excluded.error,
  note = excluded.note
