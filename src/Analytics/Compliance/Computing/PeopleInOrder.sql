-- Every person, in order of NIP: people who follow each other here follow each other in learner_statements.
SELECT person_id
FROM people
GROUP BY person_id
ORDER BY any(nip)
