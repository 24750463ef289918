-- The stored rows of these identifiers, of every span of days, each as it was imported last.
SELECT ifi, valid_from, valid_to, person_id, nip
FROM identifiers
WHERE ifi IN (SELECT key FROM keys)
ORDER BY imported_at DESC
LIMIT 1 BY ifi, ifNull(valid_from, toDate32('1900-01-01'))
