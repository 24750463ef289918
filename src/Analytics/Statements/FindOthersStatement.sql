-- One of these statements that is of another authority; no row where there is none.
SELECT id
FROM statements
WHERE stored IN {places:Array(DateTime64(6, 'UTC'))}
  AND id IN {ids:Array(UUID)}
  AND authority != {authority:String}
LIMIT 1
SETTINGS max_threads = 1
