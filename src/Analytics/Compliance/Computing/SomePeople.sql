-- Some people, the same each time: their ids are keyed hashes, so the first are no others than the rest.
SELECT DISTINCT person_id
FROM people
ORDER BY person_id
LIMIT {limit:UInt32}
