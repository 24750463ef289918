-- How many people of a year, of one agency or of all, stand where, by kind of ASN; computed when the latest of them was, or everyone.
SELECT
  toString(standing.employment_type) AS key, sum(standing.people) AS people, sum(standing.met) AS met, sum(standing.unmet) AS unmet,
  sum(standing.exempt) AS exempt, sum(standing.not_required) AS not_required, sum(standing.counted_jp) AS counted_jp,
  toUnixTimestamp64Micro(greatest(
    max(standing.computed_at), (SELECT max(position) FROM compliance_progress WHERE name = 'everyone'))) AS computed_at
FROM agency_years FINAL
ARRAY JOIN standing
WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String})
GROUP BY key
ORDER BY key
