-- The people of an agency in a year with their hours, by unit and name; or only those behind, most missing first.
-- What the registry says of a person is of their last employment in that agency up to the end of the year; where it has none there any
-- more, of their last anywhere, so that nobody is left out.
WITH
  -- Whom else to look at in a nation: agency_people is by agency, the other two are by person.
  listed AS
  (
    SELECT person_id FROM agency_people WHERE year = {year:UInt16} AND agency_code = {agency:String}
  )
SELECT
  people.nip AS nip, people.name AS name, years.employment_type AS employment_type, people.unit AS unit,
  people.position_group AS position_group, years.min_jp AS min_jp, years.claimed_jp AS claimed_jp, years.converted_jp AS converted_jp,
  years.counted_jp AS counted_jp, years.missing_jp AS missing_jp, years.status AS status, people.exempt_reason AS exempt_reason
FROM
(
  SELECT
    person_id, toString(employment_type) AS employment_type, min_jp, claimed_jp, converted_jp, counted_jp, missing_jp,
    toString(status) AS status
  FROM person_years FINAL
  WHERE year = {year:UInt16} AND agency_code = {agency:String} AND (NOT {behind:Bool} OR status = 'UNMET') AND person_id IN listed
) AS years
LEFT JOIN
(
  SELECT
    person_id, argMax(nip, place) AS nip, argMax(name, place) AS name, argMax(toString(unit), place) AS unit,
    argMax(toString(position_group), place) AS position_group, argMax(toString(exempt_reason), place) AS exempt_reason
  FROM
  (
    SELECT
      person_id, nip, name, unit, position_group, exempt_reason, ifNull(employed_from, toDate32('1900-01-01')) AS spell,
      (agency_code = {agency:String} AND spell <= makeDate32({year:UInt16}, 12, 31), spell) AS place
    FROM people FINAL
    WHERE person_id IN listed
  )
  GROUP BY person_id
) AS people ON people.person_id = years.person_id
ORDER BY if({behind:Bool}, -missing_jp, 0), unit, name, nip
