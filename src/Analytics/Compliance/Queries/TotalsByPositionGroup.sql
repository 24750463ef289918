-- How many people of a year, of one agency or of all, stand where, by the group of their position.
SELECT
  toString(positions.position_group) AS key, sum(positions.people) AS people, sum(positions.met) AS met, sum(positions.unmet) AS unmet,
  sum(positions.exempt) AS exempt, sum(positions.not_required) AS not_required, sum(positions.counted_jp) AS counted_jp, toInt64(0) AS computed_at
FROM agency_years FINAL
ARRAY JOIN positions
WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String})
GROUP BY key
ORDER BY people DESC, key
