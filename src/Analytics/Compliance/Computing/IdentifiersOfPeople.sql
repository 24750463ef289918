-- Every registration, to whomever, of an identifier that was registered to one of the people named or in a range: identifier after identifier.
-- One that was never registered again is read where its person stands; whose another is, only `identifiers` tells.
WITH theirs AS
(
  SELECT ifi, valid_from, valid_to, person_id
  FROM person_identifiers FINAL
  WHERE person_id >= {first:UUID} AND person_id <= {last:UUID} AND (person_id IN (SELECT key FROM wanted_people) OR {all:Bool})
)
SELECT ifi, valid_from, valid_to, person_id
FROM
(
  SELECT ifi, valid_from, valid_to, person_id FROM theirs WHERE ifi NOT IN (SELECT ifi FROM shared_identifiers)
  UNION ALL
  SELECT ifi, valid_from, valid_to, person_id FROM identifiers FINAL
  WHERE ifi IN (SELECT ifi FROM theirs WHERE ifi IN (SELECT ifi FROM shared_identifiers))
)
ORDER BY ifi
