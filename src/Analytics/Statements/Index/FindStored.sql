-- The `stored` of the statements that have the value, in the order of lists; KeySearch.cs nests the conditions of further values.
-- One thread: it stops at the limit. Several would each read ahead, for a frequent value all that there is.
SELECT DISTINCT stored
FROM statement_keys
WHERE /* condition */ 1
ORDER BY stored /* direction */ DESC
LIMIT {limit:UInt32}
SETTINGS max_threads = 1
