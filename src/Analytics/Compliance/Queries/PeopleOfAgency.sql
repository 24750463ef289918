-- The people of an agency in a year after a cursor, those who miss most first.
SELECT
  toString(years.person_id) AS person_id, people.name AS name, years.employment_type AS employment_type, people.unit AS unit,
  people.position_group AS position_group, years.counted_jp AS counted_jp, years.min_jp AS min_jp, years.missing_jp AS missing_jp,
  years.status AS status
FROM
(
  SELECT person_id, toString(employment_type) AS employment_type, counted_jp, min_jp, missing_jp, toString(status) AS status
  FROM person_years FINAL
  WHERE year = {year:UInt16} AND agency_code = {agency:String} AND ({status:String} = '' OR status = {status:String})
    AND ({type:String} = '' OR employment_type = {type:String})
) AS years
LEFT JOIN
(
  SELECT
    person_id, argMax(name, spell) AS name, argMax(toString(unit), spell) AS unit, argMax(toString(position_group), spell) AS position_group
  FROM (SELECT person_id, name, unit, position_group, ifNull(employed_from, toDate32('1900-01-01')) AS spell FROM people FINAL)
  WHERE person_id IN (SELECT person_id FROM person_years WHERE year = {year:UInt16} AND agency_code = {agency:String})
  GROUP BY person_id
) AS people ON people.person_id = years.person_id
WHERE ({search:String} = '' OR positionCaseInsensitiveUTF8(people.name, {search:String}) > 0)
  AND ({unit:String} = '' OR people.unit = {unit:String}) AND ({group:String} = '' OR people.position_group = {group:String})
  AND (years.missing_jp < {missing:Decimal(12, 1)}
    OR (years.missing_jp = {missing:Decimal(12, 1)} AND toString(years.person_id) > {person:String}))
ORDER BY missing_jp DESC, person_id
LIMIT {limit:UInt32}
