-- The printed transcripts that were given out, by their verification code. Only ever added to.
-- They hold what each said, so that anybody who holds one can ask whether it is genuine and still true.
CREATE TABLE issued_transcripts (
  code TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  initials TEXT NOT NULL,
  agency_name TEXT NOT NULL,
  employment_type TEXT NOT NULL,
  counted_jp TEXT NOT NULL,
  min_jp TEXT,
  status TEXT NOT NULL,
  figures_sha256 TEXT NOT NULL,
  pdf_sha256 TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL
);
