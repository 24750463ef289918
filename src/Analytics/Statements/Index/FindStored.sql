-- The `stored` of the statements that have the value, in the order of lists; KeySearch.cs nests the conditions of further values.
SELECT DISTINCT stored
FROM statement_keys
WHERE /* condition */ 1
ORDER BY stored /* direction */ DESC
LIMIT {limit:UInt32}
