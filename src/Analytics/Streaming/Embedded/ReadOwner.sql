-- The process that holds a partition, as it named itself; no row where nobody ever claimed it.
SELECT process
FROM ingest_owners
WHERE partition = {partition:UInt32}
ORDER BY epoch DESC, claim DESC
LIMIT 1
