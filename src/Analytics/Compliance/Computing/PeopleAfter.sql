-- The next people after one, in the order of person_years; no person's id is zero.
SELECT DISTINCT person_id
FROM people
WHERE person_id > {after:UUID}
ORDER BY person_id
LIMIT {limit:UInt32}
