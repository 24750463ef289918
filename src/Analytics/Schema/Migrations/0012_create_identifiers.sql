-- Whose an inverse functional identifier of xAPI is, and from when to when.
-- Engine: ReplacingMergeTree by import time, read with FINAL: the row imported last says whose it is. Order key: the identifier, then the
-- start of its validity, since statements ask by identifier. A retry is harmless: the same row again collapses into one.
CREATE TABLE IF NOT EXISTS identifiers
(
  ifi String,
  valid_from Nullable(Date32),
  valid_to Nullable(Date32),
  person_id UUID,
  nip String,
  imported_at DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (ifi, ifNull(valid_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 1024
