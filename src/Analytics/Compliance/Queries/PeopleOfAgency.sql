-- The people of an agency in a year after a cursor, those who miss most first.
SELECT
  toString(person_id) AS person_id, name, toString(employment_type) AS employment_type, toString(unit) AS unit,
  toString(position_group) AS position_group, counted_jp, min_jp, missing_jp, toString(status) AS status
FROM agency_people FINAL
WHERE year = {year:UInt16} AND agency_code = {agency:String} AND ({status:String} = '' OR status = {status:String})
  AND ({type:String} = '' OR agency_people.employment_type = {type:String})
  AND ({unit:String} = '' OR agency_people.unit = {unit:String})
  AND ({group:String} = '' OR agency_people.position_group = {group:String})
  AND ({search:String} = '' OR positionCaseInsensitiveUTF8(name, {search:String}) > 0)
  AND (missing_jp < {missing:Decimal(12, 1)}
    OR (missing_jp = {missing:Decimal(12, 1)} AND toString(agency_people.person_id) > {person:String}))
ORDER BY missing_jp DESC, person_id
LIMIT {limit:UInt32}
