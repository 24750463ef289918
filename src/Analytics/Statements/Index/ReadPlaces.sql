-- The `stored` of the statements that have one of these values. Without `via`: to read that column too would take half as long again.
SELECT stored
FROM statement_keys
WHERE key IN {keys:Array(UInt64)}
SETTINGS max_threads = 1
