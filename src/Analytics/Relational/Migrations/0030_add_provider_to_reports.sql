-- Reports of a platform's delivery beside those of agencies: whose platform it is; empty for all others.
ALTER TABLE reports ADD COLUMN provider TEXT NOT NULL DEFAULT '';

CREATE INDEX reports_by_provider ON reports (provider, year, created_at);

CREATE INDEX reports_by_sha256 ON reports (sha256);
