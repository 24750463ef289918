-- All entries of these values.
SELECT key, stored, via
FROM statement_keys
WHERE key IN (SELECT key FROM wanted)
