-- The statements of the people named or in a range that are not voided.
SELECT person_id, id, timestamp, learner, verb, object_id, activities, success, completion, duration, jp_extension, certificate_number, provider
FROM person_statements
WHERE person_id >= {first:UUID} AND person_id <= {last:UUID} AND (person_id IN (SELECT key FROM wanted_people) OR {all:Bool})
  AND id NOT IN (SELECT id FROM voided_statements)
