-- How far each partition of the stream is stored.
SELECT partition, max(next_offset), max(last_stored), max(stored_through), max(accepted_through)
FROM ingest_progress
GROUP BY partition
