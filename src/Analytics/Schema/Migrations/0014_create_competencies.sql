-- The competencies that activities are tagged with.
-- Engine: ReplacingMergeTree by import time, read with FINAL: the row imported last holds. Order key: the code, which is how it is looked
-- up. A retry is harmless: the same row again collapses into one.
CREATE TABLE IF NOT EXISTS competencies
(
  code String,
  family LowCardinality(String),
  name String,
  imported_at DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY code
