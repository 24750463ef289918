-- The largest epoch of each partition of the stream that was ever claimed.
SELECT partition, max(epoch)
FROM ingest_owners
GROUP BY partition
