-- The stored competencies with these codes, each as it was imported last.
SELECT code, family, name
FROM competencies
WHERE code IN (SELECT key FROM keys)
ORDER BY imported_at DESC
LIMIT 1 BY code
