-- Every person whose row of a year was not computed after a moment, in order of NIP: whom an interrupted recomputation has left.
SELECT person_id
FROM people
WHERE person_id NOT IN (SELECT person_id FROM person_years WHERE year = {year:UInt16} AND computed_at > {after:DateTime64(6, 'UTC')})
GROUP BY person_id
ORDER BY any(nip)
