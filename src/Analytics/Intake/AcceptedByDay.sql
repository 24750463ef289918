-- How many statements each provider, or one, had stored on each day (in WIB), and when the last of the day was.
SELECT
  toString(statements.provider) AS provider,
  toDate32(stored, 'Asia/Jakarta') AS day,
  count() AS accepted,
  toUnixTimestamp64Micro(max(stored)) AS last_stored
FROM statements
WHERE stored >= {from:DateTime64(6, 'UTC')} AND stored < {before:DateTime64(6, 'UTC')}
  AND ({provider:String} = '' OR statements.provider = {provider:String})
GROUP BY provider, day
ORDER BY provider, day
