-- The agencies whose people are counted: about 640. The time zone decides on which local day, and in which year, learning falls.
-- Engine: ReplacingMergeTree by import time, read with FINAL: the row imported last is the agency. Order key: the agency's code, which is
-- how it is looked up. A retry is harmless: the same row again collapses into one.
CREATE TABLE IF NOT EXISTS agencies
(
  agency_code String,
  name String,
  kind LowCardinality(String),
  parent_code String,
  province_code LowCardinality(String),
  timezone LowCardinality(String),
  imported_at DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY agency_code
