-- The names of the people named by id, each as their latest spell has it.
SELECT person_id, argMax(name, ifNull(employed_from, toDate32('1900-01-01'))) AS name
FROM people FINAL
WHERE person_id IN {people:Array(UUID)}
GROUP BY person_id
