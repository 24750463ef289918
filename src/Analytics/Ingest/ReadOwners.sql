-- The process that holds each partition of the stream.
SELECT partition, argMax(process, (epoch, claim))
FROM ingest_owners
GROUP BY partition
