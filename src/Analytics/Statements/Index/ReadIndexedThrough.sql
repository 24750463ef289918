-- Up to which moment the table is filled; 1970 where it is empty.
SELECT max(stored)
FROM statement_keys
WHERE key = 0
