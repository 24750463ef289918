-- The statements of the people named that are not voided.
SELECT person_id, id, timestamp, learner, verb, object_id, activities, success, completion, duration, jp_extension, certificate_number, provider
FROM person_statements
WHERE person_id IN (SELECT key FROM wanted_people)
  AND id NOT IN (SELECT id FROM voided_statements)
