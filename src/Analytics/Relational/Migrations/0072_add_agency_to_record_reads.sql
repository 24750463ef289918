-- Of which agency somebody was when their record was read, so that its administrators can see who looked; '' in the lines before this.
ALTER TABLE record_reads ADD COLUMN agency_code TEXT NOT NULL DEFAULT '';

CREATE INDEX record_reads_by_time ON record_reads (read_at, person_id);

CREATE INDEX record_reads_by_agency ON record_reads (agency_code, read_at, person_id);
