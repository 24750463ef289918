-- How many people of a year stand where, by agency.
SELECT
  toString(agency_code) AS key, count() AS people, countIf(status = 'MET') AS met, countIf(status = 'UNMET') AS unmet,
  countIf(status = 'EXEMPT') AS exempt, countIf(status = 'NOT_REQUIRED') AS not_required, sum(counted_jp) AS counted_jp,
  toUnixTimestamp64Micro(max(computed_at)) AS computed_at
FROM person_years FINAL
WHERE year = {year:UInt16}
GROUP BY key
ORDER BY key
