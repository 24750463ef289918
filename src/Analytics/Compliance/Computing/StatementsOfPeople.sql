-- The statements of the people named or in a range that are not voided.
SELECT
  person_id, id, timestamp, learner_key, verb, object_key, activity_keys, success, completion, duration, jp_extension, certificate_number,
  provider
FROM person_learning
WHERE person_id >= {first:UUID} AND person_id <= {last:UUID} AND (person_id IN (SELECT key FROM wanted_people) OR {all:Bool})
  AND id NOT IN (SELECT id FROM voided_statements)
