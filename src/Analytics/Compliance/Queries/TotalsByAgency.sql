-- How many people of a year stand where, by agency.
SELECT
  toString(agency_code) AS key, sum(standing.people) AS people, sum(standing.met) AS met, sum(standing.unmet) AS unmet,
  sum(standing.exempt) AS exempt, sum(standing.not_required) AS not_required, sum(standing.counted_jp) AS counted_jp,
  toUnixTimestamp64Micro(max(standing.computed_at)) AS computed_at
FROM agency_years FINAL
ARRAY JOIN standing
WHERE year = {year:UInt16}
GROUP BY key
ORDER BY key
