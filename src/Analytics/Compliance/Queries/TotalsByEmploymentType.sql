-- How many people of a year, of one agency or of all, stand where, by kind of ASN.
SELECT
  toString(employment_type) AS key, count() AS people, countIf(status = 'MET') AS met, countIf(status = 'UNMET') AS unmet,
  countIf(status = 'EXEMPT') AS exempt, countIf(status = 'NOT_REQUIRED') AS not_required, sum(counted_jp) AS counted_jp,
  toUnixTimestamp64Micro(max(computed_at)) AS computed_at
FROM person_years FINAL
WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String})
GROUP BY key
ORDER BY key
