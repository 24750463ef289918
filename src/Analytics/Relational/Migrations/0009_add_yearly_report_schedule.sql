-- Without anybody asking, each agency gets the report of the year that has ended: first on 1 January 2027 at 02:00 WIB.
INSERT INTO report_schedules (id, agency_code, kind, cadence, format, next_run_at, updated_at)
VALUES ('every-agency-yearly', '', 'compliance', 'yearly', 'csv', '2026-12-31T19:00:00.000000Z', '2026-01-01T00:00:00.000000Z');
