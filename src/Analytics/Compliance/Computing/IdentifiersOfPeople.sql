-- Every registration, to whomever, of an identifier that was registered to one of the people named or in a range: identifier after identifier.
SELECT ifi, valid_from, valid_to, person_id
FROM identifiers FINAL
WHERE ifi IN
(
  SELECT ifi FROM identifiers
  WHERE person_id >= {first:UUID} AND person_id <= {last:UUID} AND (person_id IN (SELECT key FROM wanted_people) OR {all:Bool})
)
ORDER BY ifi
