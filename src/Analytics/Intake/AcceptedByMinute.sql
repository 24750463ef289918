-- How many statements each provider, or one, had stored in each minute since a moment; minute 0 begins there.
SELECT
  toString(statements.provider) AS provider,
  intDiv(toUnixTimestamp64Micro(stored) - toUnixTimestamp64Micro({since:DateTime64(6, 'UTC')}), 60000000) AS minute,
  count() AS accepted
FROM statements
WHERE stored >= {since:DateTime64(6, 'UTC')} AND ({provider:String} = '' OR statements.provider = {provider:String})
GROUP BY provider, minute
