-- Keeps a schedule; the same id again replaces it.
INSERT INTO report_schedules (id, agency_code, provider, kind, cadence, format, next_run_at, updated_at)
VALUES (@Id, @AgencyCode, @Provider, @Kind, @Cadence, @Format, @NextRunAt, @UpdatedAt)
ON CONFLICT (id) DO UPDATE SET
  agency_code = excluded.agency_code,
  provider = excluded.provider,
  kind = excluded.kind,
  cadence = excluded.cadence,
  format = excluded.format,
  next_run_at = excluded.next_run_at,
  updated_at = excluded.updated_at
