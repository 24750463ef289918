-- When the latest statement of a provider was stored: read from the end of the table, which ends with it.
SELECT toUnixTimestamp64Micro(stored) AS last_stored
FROM statements
WHERE provider = {provider:String}
ORDER BY stored DESC
LIMIT 1
