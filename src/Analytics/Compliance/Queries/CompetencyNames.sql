-- The names of the competencies.
SELECT code, name
FROM competencies FINAL
ORDER BY code
