-- The `stored` of the statements that have the value, in the order of lists; KeySearch.cs nests the conditions of further values.
-- One thread and small blocks: it stops at the limit. Several would each read ahead, and DISTINCT would read all that a frequent value has.
SELECT stored
FROM statement_keys
WHERE /* condition */ 1
ORDER BY stored /* direction */ DESC
LIMIT {limit:UInt32}
SETTINGS max_threads = 1, max_block_size = 1024
