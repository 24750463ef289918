-- Statements in the order of `stored`, narrowed by the conditions that ListStatements.cs puts in.
SELECT id, stored, authority, version, voids, raw
FROM statements
WHERE /* conditions */ 1
ORDER BY stored /* direction */ DESC
LIMIT {limit:UInt32}
