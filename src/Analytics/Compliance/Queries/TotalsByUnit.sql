-- How many people of a year in one agency stand where, by their unit.
SELECT
  toString(unit) AS key, count() AS people, countIf(status = 'MET') AS met, countIf(status = 'UNMET') AS unmet,
  countIf(status = 'EXEMPT') AS exempt, countIf(status = 'NOT_REQUIRED') AS not_required, sum(agency_people.counted_jp) AS counted_jp,
  toUnixTimestamp64Micro(max(agency_people.computed_at)) AS computed_at
FROM agency_people FINAL
WHERE year = {year:UInt16} AND agency_code = {agency:String}
GROUP BY key
ORDER BY people DESC, key
