-- The name of a person as their latest spell has it.
SELECT name
FROM people FINAL
WHERE person_id = {person:UUID}
ORDER BY employed_from DESC NULLS LAST
LIMIT 1
