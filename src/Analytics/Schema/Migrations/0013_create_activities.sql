-- What the activities of the platforms are worth: form, hours or units, level, competencies, and from when to when that holds.
-- Engine: ReplacingMergeTree by import time, read with FINAL: the row imported last holds. Order key: the activity, then the start of its
-- validity, since statements ask by activity. A retry is harmless: the same row again collapses into one.
CREATE TABLE IF NOT EXISTS activities
(
  activity_iri String,
  title String,
  provider LowCardinality(String),
  form LowCardinality(String),
  jp Nullable(Decimal(9, 2)),
  units Nullable(Decimal(9, 2)),
  level LowCardinality(String),
  competencies Array(LowCardinality(String)),
  valid_from Nullable(Date32),
  valid_to Nullable(Date32),
  imported_at DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (activity_iri, ifNull(valid_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 1024
