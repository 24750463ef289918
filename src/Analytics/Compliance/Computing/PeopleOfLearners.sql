-- The people that learners may be: by NIP (read of the projection by_nip), or by any identifier whatever its validity.
SELECT DISTINCT person_id
FROM people
WHERE nip IN (SELECT key FROM wanted_nips)
UNION DISTINCT
SELECT DISTINCT person_id
FROM identifiers
WHERE ifi IN (SELECT key FROM wanted_learners)
