-- One of these statements that is of another authority; no row where there is none.
SELECT id
FROM statements
WHERE (stored IN (SELECT stored FROM statement_keys WHERE key IN (SELECT key FROM keys) AND via = fromUnixTimestamp64Micro(0, 'UTC'))
    OR stored IN (SELECT key FROM recent))
  AND id IN (SELECT key FROM ids)
  AND authority != {authority:String}
LIMIT 1
SETTINGS max_threads = 1
