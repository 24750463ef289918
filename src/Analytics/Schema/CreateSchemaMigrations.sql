-- Which migrations this ClickHouse has had, with the checksum of each so that an edited one is noticed.
CREATE TABLE IF NOT EXISTS schema_migrations
(
  name String,
  checksum String,
  applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = MergeTree
ORDER BY name
