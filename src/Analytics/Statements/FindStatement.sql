-- What is stored where the index says that a statement is. Whether it is the one that was meant is seen in the answer: asked here, each
-- condition costs ClickHouse more than the statement itself.
SELECT id, stored, authority, version, voids, raw
FROM statements
WHERE stored IN {places:Array(DateTime64(6, 'UTC'))}
SETTINGS max_threads = 1
