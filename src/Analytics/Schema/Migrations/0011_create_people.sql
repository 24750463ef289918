-- The civil servants, one row for each spell of employment: a transfer to another agency is a new row with a new employed_from.
-- Engine: ReplacingMergeTree by import time, read with FINAL: the row imported last is the spell. Order key: the person, then the spell,
-- so that all spells of a person, or of a range of people, are one read; person_id is derived from the NIP, so a NIP is found by it too.
-- A retry is harmless: the same row again collapses into one.
CREATE TABLE IF NOT EXISTS people
(
  person_id UUID,
  nip String,
  name String,
  employment_type LowCardinality(String),
  agency_code LowCardinality(String),
  unit LowCardinality(String),
  position_group LowCardinality(String),
  employed_from Nullable(Date32),
  employed_to Nullable(Date32),
  contract_from Nullable(Date32),
  contract_to Nullable(Date32),
  exempt_reason LowCardinality(String),
  imported_at DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (person_id, ifNull(employed_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 1024
