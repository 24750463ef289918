-- Where the next so many entries of a value end, in the order of lists; no row where there are fewer.
SELECT stored
FROM statement_keys
WHERE key = {key:UInt64} AND stored > {low:DateTime64(6, 'UTC')} AND stored <= {high:DateTime64(6, 'UTC')}
ORDER BY stored /* direction */ DESC
LIMIT 1 OFFSET {window:UInt32}
SETTINGS max_threads = 1
