-- How many of these partitions, each named as "partition:claim", are held by that claim: it is the last that was made.
SELECT count()
FROM (SELECT partition, argMax(claim, (epoch, claim)) AS last FROM ingest_owners GROUP BY partition)
WHERE has({held:Array(String)}, concat(toString(partition), ':', toString(last)))
