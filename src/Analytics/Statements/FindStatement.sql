-- The statement of this id.
SELECT id, stored, authority, version, voids, raw
FROM statements
WHERE id = {id:UUID}
  AND ({authority:String} = '' OR authority = {authority:String})
LIMIT 1
