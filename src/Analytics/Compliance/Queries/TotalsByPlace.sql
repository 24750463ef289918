-- How many people of a year, of one agency or of all, stand where, by their unit or by the group of their position, as of their latest spell.
SELECT
  place.name AS key, count() AS people, countIf(status = 'MET') AS met, countIf(status = 'UNMET') AS unmet,
  countIf(status = 'EXEMPT') AS exempt, countIf(status = 'NOT_REQUIRED') AS not_required, sum(years.counted_jp) AS counted_jp,
  toUnixTimestamp64Micro(max(years.computed_at)) AS computed_at
FROM
(
  SELECT person_id, status, counted_jp, computed_at
  FROM person_years FINAL
  WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String})
) AS years
LEFT JOIN
(
  SELECT
    person_id,
    argMax(if({by:String} = 'unit', toString(unit), toString(position_group)), ifNull(employed_from, toDate32('1900-01-01'))) AS name
  FROM people FINAL
  WHERE {agency:String} = ''
    OR person_id IN (SELECT person_id FROM person_years WHERE year = {year:UInt16} AND agency_code = {agency:String})
  GROUP BY person_id
) AS place ON place.person_id = years.person_id
GROUP BY key
ORDER BY people DESC, key
