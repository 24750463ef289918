-- The statement of this id; `recent` are places that the index does not have in its table yet.
SELECT id, stored, authority, version, voids, raw
FROM statements
WHERE (stored IN (SELECT stored FROM statement_keys WHERE key = {key:UInt64} AND via = fromUnixTimestamp64Micro(0, 'UTC'))
    OR stored IN (SELECT key FROM recent))
  AND id = {id:UUID}
  AND ({authority:String} = '' OR authority = {authority:String})
LIMIT 1
SETTINGS max_threads = 1
