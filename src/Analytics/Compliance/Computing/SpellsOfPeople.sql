-- The spells of employment of the people named or in a range.
SELECT
  person_id, nip, toString(agency_code), toString(employment_type), employed_from, employed_to, contract_from, contract_to, toString(exempt_reason),
  name, toString(unit), toString(position_group)
FROM people FINAL
WHERE person_id >= {first:UUID} AND person_id <= {last:UUID} AND (person_id IN (SELECT key FROM wanted_people) OR {all:Bool})
