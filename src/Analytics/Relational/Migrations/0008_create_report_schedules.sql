-- When which report is made by itself. An empty agency code means every agency.
CREATE TABLE report_schedules (
  id TEXT NOT NULL PRIMARY KEY,
  agency_code TEXT NOT NULL,
  kind TEXT NOT NULL,
  cadence TEXT NOT NULL,
  format TEXT NOT NULL,
  next_run_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
