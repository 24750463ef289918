-- Name and agency, as of a year, of the people named by id.
SELECT toString(person_id) AS person_id, name, toString(agency_code) AS agency_code
FROM person_years FINAL
WHERE year = {year:UInt16} AND person_id IN (SELECT key FROM wanted_people)
