-- How the engine is: its version, since when it runs, what memory it takes, what it is doing.
SELECT
  version() AS version,
  uptime() AS uptime_seconds,
  (SELECT toInt64(value) FROM system.metrics WHERE metric = 'MemoryTracking') AS memory_bytes,
  (SELECT toInt64(value) FROM system.metrics WHERE metric = 'Query') AS queries,
  (SELECT toInt64(count()) FROM system.merges) AS merges
