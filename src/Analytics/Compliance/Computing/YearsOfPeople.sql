-- The years of which a row of the people named is stored.
SELECT person_id, year
FROM person_years FINAL
WHERE person_id IN (SELECT key FROM wanted_people)
