-- Who read whose record, when and why. Only ever added to.
CREATE TABLE record_reads (
  read_at TEXT NOT NULL,
  caller TEXT NOT NULL,
  person_id TEXT NOT NULL,
  purpose TEXT NOT NULL
);

CREATE INDEX record_reads_by_person ON record_reads (person_id, read_at);
