-- The years of which a row of the people named or in a range is stored, at which agency, and the digest of what each says.
SELECT person_id, year, toString(agency_code), content
FROM person_years FINAL
WHERE person_id >= {first:UUID} AND person_id <= {last:UUID} AND (person_id IN (SELECT key FROM wanted_people) OR {all:Bool})
