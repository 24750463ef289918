-- Which of these statement ids are stored, and what equal statements share: found by the index of keys, and by the ids alone where it is not filled yet.
SELECT id, fingerprint
FROM statements
WHERE (stored IN (SELECT stored FROM statement_keys WHERE key IN (SELECT key FROM keys) AND via = fromUnixTimestamp64Micro(0, 'UTC'))
    OR stored > (SELECT max(stored) FROM statement_keys WHERE key = 0))
  AND id IN (SELECT key FROM ids)
