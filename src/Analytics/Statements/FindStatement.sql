-- The statement of this id, looked for where the index says that it is.
SELECT id, stored, authority, version, voids, raw
FROM statements
WHERE stored IN {places:Array(DateTime64(6, 'UTC'))}
  AND id = {id:UUID}
  AND ({authority:String} = '' OR authority = {authority:String})
LIMIT 1
SETTINGS max_threads = 1
