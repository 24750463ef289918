-- Which of these statements are voided (xAPI Data 2.3.2), whichever of the two came first.
SELECT DISTINCT voids
FROM statements
WHERE (stored IN (SELECT stored FROM statement_keys WHERE key IN (SELECT key FROM keys) AND via = fromUnixTimestamp64Micro(0, 'UTC'))
    OR stored IN (SELECT key FROM recent))
  AND voids IN (SELECT key FROM ids)
SETTINGS max_threads = 1
