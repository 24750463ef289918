-- The reports that were made. The file is LRS_DATA/files/<sha256>.
CREATE TABLE reports (
  id TEXT NOT NULL PRIMARY KEY,
  agency_code TEXT NOT NULL,
  year INTEGER NOT NULL,
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL
);

CREATE INDEX reports_by_agency ON reports (agency_code, year, created_at);
